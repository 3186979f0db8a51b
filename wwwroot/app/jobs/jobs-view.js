// The nightly job: when it runs, start it now and follow it, and what each run found.
import { get, listen, post, remove } from '../api.js';
import { el, mount as put } from '../dom.js';
import { isAbort, sentenceOf } from '../errors.js';
import { dateTime, number } from '../format.js';
import { icon } from '../shell/icons.js';
import { emptyState } from '../shell/states.js';
import { t } from '../texts.js';
import { duration, totals, versionsOf } from './jobs-logic.js';

const outcomeColors = { succeeded: 'success', failed: 'danger', cancelled: 'warning', heldBack: 'danger' };

export const title = () => t('jobs.title');

/** @param {HTMLElement} container @param {any} _parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, _parameters, context) {
  const mayRun = ['planner', 'administrator'].includes(context.user.role);
  const live = el('div', { class: 'jobs__live' });
  const next = el('p', { class: 'muted small' });
  const runs = el('div', { class: 'section' });
  put(container, el('div', { class: 'page jobs' }, el('div', { class: 'page__head' }, el('div', {}, el('h1', {}, t('jobs.title')), el('p', { class: 'lead' }, t('jobs.lead')), next, el('p', { class: 'muted small' }, t('jobs.notOverTomorrow')))), live, runs));

  const draw = (/** @type {any} */ answer) => {
    next.textContent = answer.next ? t('jobs.next', { at: dateTime(answer.next) }) : '';
    drawRuns(runs, answer.runs, context.user.role === 'administrator' ? accept : undefined);
    drawLive(answer.current);
  };
  const refresh = () => get('/api/jobs', { signal: context.signal }).then(draw).catch(complain);
  const complain = (/** @type {unknown} */ error) => { if (!isAbort(error)) context.toast(sentenceOf(error), { color: 'danger' }); };
  const start = () => post('/api/jobs').then(() => drawLive({ percent: 0, step: t('jobs.starting') })).catch(complain);
  const cancel = () => remove('/api/jobs/current').then(() => context.announce(t('jobs.cancelling'))).catch(complain);

  /** @param {any} run the one that was held back */
  async function accept(run) {
    if (!await context.confirm({ title: t('jobs.accept.ask'), text: t('jobs.accept.text'), action: t('jobs.accept'), danger: true })) return;
    await post('/api/jobs/accept', { run: run.id }).then(() => drawLive({ percent: 0, step: t('jobs.starting') })).catch(complain);
  }

  /** @param {{ percent: number, step: string } | null | undefined} current */
  function drawLive(current) {
    if (!current) return put(live, mayRun && el('button', { class: 'ds-button', type: 'button', id: 'jobs-start', on: { click: start } }, t('jobs.start')));
    const known = live.querySelector('progress');
    if (!known) {
      put(live, el('div', { class: 'card section' }, el('p', { id: 'jobs-step', role: 'status' }), el('progress', { max: 100, value: 0, 'aria-labelledby': 'jobs-step' }),
        mayRun && el('div', {}, el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, on: { click: cancel } }, t('jobs.cancel')))));
    }
    const bar = /** @type {HTMLProgressElement} */ (live.querySelector('progress'));
    bar.value = current.percent;
    /** @type {HTMLElement} */ (live.querySelector('#jobs-step')).textContent = t('jobs.step', { percent: Math.round(current.percent), step: current.step });
  }

  draw(await get('/api/jobs', { signal: context.signal }));
  listen('/api/jobs/progress', {
    progress: drawLive,
    finished: (run) => {
      drawLive(null);
      refresh();
      const outcome = run.run ?? run;
      context.toast(t(`jobs.finished.${outcome.outcome}`), { color: outcome.outcome === 'succeeded' ? 'success' : 'warning' });
    },
  }, { signal: context.signal, onLost: () => context.toast(t('jobs.lost'), { color: 'warning', action: { text: t('shell.failure.again'), act: refresh } }) });
}

/** @param {HTMLElement} container @param {any[]} runs @param {((run: any) => void) | undefined} accept for who may accept a run that was held back */
function drawRuns(container, runs, accept) {
  if (runs.length === 0) return put(container, emptyState(t('jobs.none.title'), t('jobs.none.text')));
  put(container, el('h2', {}, t('jobs.runs')), el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': t('jobs.runs') }, el('table', { class: 'ds-table' },
    el('caption', { class: 'ds-sr-only' }, t('jobs.runs')),
    el('thead', {}, el('tr', {}, ['jobs.column.started', 'jobs.column.trigger', 'jobs.column.outcome', 'jobs.column.duration', 'jobs.column.found', 'jobs.column.new', 'jobs.column.resolved'].map((key, i) => el('th', { scope: 'col', class: i > 2 && 'number' }, t(key))))),
    el('tbody', {}, runs.map((run, i) => runRow(run, runs[i + 1], i === 0 && run.outcome === 'heldBack' ? accept : undefined))))));
}

/** @param {any} run @param {any} before the run before it @param {((run: any) => void) | undefined} accept */
function runRow(run, before, accept) {
  const sum = totals(run.counts);
  return el('tr', {},
    el('th', { scope: 'row' }, dateTime(run.started), run.counts.length > 0 && detectors(run, before)),
    el('td', {}, t(`jobs.trigger.${run.trigger}`)),
    el('td', {}, el('span', { class: 'state', data: { color: outcomeColors[/** @type {keyof typeof outcomeColors} */ (run.outcome)] } }, t(`runOutcome.${run.outcome}`)), run.reason && el('p', { class: 'small' }, icon('warning'), ' ', run.reason), run.accepted && el('p', { class: 'small' }, t('jobs.accepted', { by: run.accepted.by })),
      run.unjudged?.map((/** @type {string} */ why) => el('p', { class: 'small muted' }, why)),
      accept && el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, on: { click: () => accept(run) } }, t('jobs.accept'))),
    el('td', { class: 'number' }, duration(run.milliseconds, number)), el('td', { class: 'number' }, sum.found), el('td', { class: 'number' }, sum.new), el('td', { class: 'number' }, sum.resolved));
}

/** What each detector had, and what they were made of, folded. @param {any} run @param {any} before */
function detectors(run, before) {
  const versions = versionsOf(run);
  const changed = before?.counts.length > 0 && versions !== versionsOf(before);
  return el('details', { class: 'small' }, el('summary', {}, t('jobs.detectors')), el('ul', { class: 'list' }, run.counts.map((/** @type {any} */ one) =>
    el('li', {}, t('jobs.detector', { kind: t(`findingKind.${one.type}`), found: one.found, fresh: one.new, resolved: one.resolved, time: duration(one.milliseconds, number) })))),
    versions && el('p', { class: changed ? '' : 'muted' }, t(changed ? 'jobs.versions.changed' : 'jobs.versions', { list: versions })));
}
