// What a person chooses for reading findings: judge first, scores put right, what is new by feed and mail. Folded away until it is wanted.
import { get, post, remove } from '../api.js';
import { el, mount as put } from '../dom.js';
import { isAbort, sentenceOf } from '../errors.js';
import { field } from '../fields.js';
import { dateTime, percent } from '../format.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';

/**
 * @param {{ settings: () => import('./finding-data.js').Settings, change: (changes: Partial<import('./finding-data.js').Settings>) => Promise<void>, context: import('../shell/pages.js').Context }} options
 */
export function readingPanel({ settings, change, context }) {
  const calibration = el('div', { class: 'section', 'aria-busy': 'true' });
  const feed = el('div', { class: 'section' });
  const complain = (/** @type {unknown} */ error) => { if (!isAbort(error)) context.toast(sentenceOf(error), { color: 'danger' }); };

  const drawFeed = (/** @type {string | undefined} */ created, /** @type {string | undefined} */ link) => put(feed,
    el('p', {}, t('cases.feed.lead')),
    link && field('feed-link', t('cases.feed.link'),
      el('input', { class: 'ds-input', id: 'feed-link', readonly: true, value: link, on: { focus: (/** @type {any} */ event) => event.target.select() } }), el('p', { class: 'muted small' }, t('cases.feed.once'))),
    created && !link && el('p', { class: 'muted small' }, t('cases.feed.created', { at: dateTime(created) })),
    el('div', { class: 'actions' },
      el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, on: { click: () => post('/api/findings/feed').then((made) => { drawFeed(made.created, made.link); document.getElementById('feed-link')?.focus(); }).catch(complain) } }, t(created ? 'cases.feed.again' : 'cases.feed.make')),
      created && el('button', { class: 'ds-button', type: 'button', data: { variant: 'tertiary' }, on: { click: () => remove('/api/findings/feed').then(() => { drawFeed(undefined, undefined); context.announce(t('cases.feed.ended')); }).catch(complain) } }, t('cases.feed.end'))));

  const drawCalibration = () => get('/api/findings/calibration', { signal: context.signal }).then((answer) => {
    put(calibration, calibrated(answer));
    calibration.removeAttribute('aria-busy');
  }).catch(complain);

  const box = (/** @type {string} */ id, /** @type {boolean} */ checked, /** @type {string} */ label, /** @type {(on: boolean) => void} */ turn) =>
    el('label', { class: 'check' }, el('input', { type: 'checkbox', class: 'ds-input', id, checked, on: { change: (/** @type {any} */ event) => turn(event.target.checked) } }), label);

  const panel = el('details', { class: 'card reading' }, el('summary', {}, icon('settings'), ' ', t('cases.reading')),
    el('div', { class: 'reading__parts' },
      el('section', { class: 'section' }, el('h2', {}, t('cases.judgeFirst.title')), box('judge-first', settings().judgeFirst, t('cases.judgeFirst'), (on) => change({ judgeFirst: on })), el('p', { class: 'muted small' }, t('cases.judgeFirst.help'))),
      el('section', { class: 'section' }, el('h2', {}, t('cases.calibration.title')), box('calibrate', !settings().rawScores, t('cases.calibration.on'), (on) => change({ rawScores: !on }).then(drawCalibration)), calibration),
      el('section', { class: 'section' }, el('h2', {}, t('cases.news.title')), feed,
        el('p', {}, t('cases.digest.lead')),
        el('div', { class: 'actions' }, ['text', 'html'].map((format) => el('a', { class: 'ds-button', data: { variant: 'secondary' }, href: `/api/findings/digest?format=${format}&lang=${document.documentElement.lang}`, download: true }, icon('download'), t(`cases.digest.${format}`)))))));
  panel.addEventListener('toggle', () => { if (panel.open) drawCalibration(); });
  drawFeed(settings().feedCreated, undefined);
  return panel;
}

/** What people's judgements do to the scores: how many they are, and scores before and after. @param {any} answer */
function calibrated({ judgements, curves }) {
  if (judgements === 0) return el('p', { class: 'muted small' }, t('cases.calibration.none'));
  const points = curves[0].points;
  return [el('p', { class: 'small' }, t('cases.calibration.rests', { count: judgements })),
    el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': t('cases.calibration.table') }, el('table', { class: 'ds-table' }, el('caption', { class: 'ds-sr-only' }, t('cases.calibration.table')),
      el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('findings.type')), el('th', { scope: 'col', class: 'number' }, t('findingState.confirmed')), el('th', { scope: 'col', class: 'number' }, t('findingState.dismissed')),
        points.map((/** @type {any} */ point) => el('th', { scope: 'col', class: 'number' }, t('cases.calibration.before', { score: percent(point.before) }))))),
      el('tbody', {}, curves.map((/** @type {any} */ curve) => el('tr', {}, el('th', { scope: 'row' }, t(`findingKind.${curve.type}`)), el('td', { class: 'number' }, curve.confirmed), el('td', { class: 'number' }, curve.dismissed),
        curve.points.map((/** @type {any} */ point) => el('td', { class: 'number' }, percent(point.after)))))))),
    el('p', { class: 'muted small' }, t('cases.calibration.help'))];
}
