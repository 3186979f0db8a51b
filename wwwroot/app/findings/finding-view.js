// One finding as a case: what was seen, why, what people have said of it, and the form to say more.
import { get } from '../api.js';
import { el, mount as put } from '../dom.js';
import { isAbort, sentenceOf } from '../errors.js';
import { date, dateTime, percent } from '../format.js';
import { exploreHref, nodeList, section } from '../nodes/nodes.js';
import { likelyGoals } from '../plans/anchoring-view.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { changedTexts, compared, shared } from './compare-view.js';
import { evidence } from './evidence-view.js';
import { mayJudge, neighboursOf, saveSettings, settings as loadSettings } from './finding-data.js';
import { keyHint, listenForKeys, showKeys } from './finding-keys.js';
import { findingHref, findingState, findingTags } from './finding-list.js';
import { choices, isOpen } from './findings-logic.js';
import { judgeForm } from './judge-form.js';
import { group } from './members-view.js';

export const title = () => t('findings.title');

/** @param {HTMLElement} container @param {Record<string, string>} parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, { slug }, context) {
  const path = `/api/findings/${encodeURIComponent(slug)}`;
  let settings = await loadSettings(context.signal);
  let shown = await get(path, { signal: context.signal });
  let peeks = false;

  const complain = (/** @type {unknown} */ error) => { if (!isAbort(error)) context.toast(sentenceOf(error), { color: 'danger' }); };
  const show = (/** @type {any} */ finding) => {
    shown = finding;
    context.setTitle(finding.title);
    const hidden = settings.judgeFirst && !peeks && isOpen(finding.state);
    put(container, page(finding, {
      hidden, noKeys: settings.noKeys, help, show, path, context,
      peek: () => { peeks = true; show(shown); document.getElementById('score')?.focus(); },
      compare: (/** @type {string[]} */ pair) => get(path, { query: { pair: pair.join(',') }, signal: context.signal }).then(show).then(() => document.getElementById('compare-first')?.focus()).catch(complain),
    }));
  };
  const turn = (/** @type {boolean} */ off) => saveSettings({ noKeys: off }).then((saved) => { settings = saved; show(shown); }).catch(complain);
  const deeds = {
    next: () => go(neighboursOf(shown.id).next), previous: () => go(neighboursOf(shown.id).previous),
    ...Object.fromEntries(choices.map(({ state }) => [state, () => choose(state)])),
    help: () => help(),
  };
  const help = () => showKeys({ off: settings.noKeys, turn, here: Object.keys(deeds) });
  const go = (/** @type {string | undefined} */ id) => (id ? context.navigate(findingHref(id)) : false);

  show(shown);
  listenForKeys(deeds, { signal: context.signal, isOff: () => settings.noKeys });
}

/** Chooses what to say, and leads to why. @param {string} state */
function choose(state) {
  const radio = /** @type {HTMLInputElement | null} */ (document.querySelector(`input[name="state"][value="${state}"]`));
  if (!radio) return false;
  radio.click();
  document.getElementById('judge-note')?.focus();
  return true;
}

/**
 * @param {any} finding
 * @param {{ hidden: boolean, noKeys: boolean, help: () => void, peek: () => void, compare: (pair: string[]) => void, show: (finding: any) => void, path: string, context: import('../shell/pages.js').Context }} options
 */
function page(finding, { hidden, noKeys, help, peek, compare, show, path, context }) {
  const judges = mayJudge(context.user);
  return el('div', { class: 'page finding' },
    el('div', { class: 'page__head' },
      el('div', {}, el('p', { class: 'kind' }, t(`findingKind.${finding.type}`)), el('h1', {}, finding.title),
        el('p', {}, findingState(finding.state), ' ', finding.action && el('span', { class: 'ds-tag', data: { color: 'info', variant: 'outline' } }, t(`overlapAction.${finding.action}`)), findingTags(finding))),
      el('div', { class: 'actions' },
        el('a', { class: 'ds-button', data: { variant: 'secondary' }, href: exploreHref(finding.members.map((/** @type {any} */ member) => member.id)) }, icon('graph'), t('findings.inGraph')),
        el('a', { class: 'ds-button', data: { variant: 'tertiary' }, href: '/findings' }, t('findings.toList')))),
    walk(finding, noKeys, help),
    reopened(finding),
    el('div', { class: 'columns' },
      el('div', { class: 'stack' },
        section(t('findings.members'), finding.isGroup || finding.withoutThese?.length > 0 ? group(finding, { judges, path, show, context }) : nodeList(finding.members)),
        finding.compared && compared(finding, compare),
        shared(finding),
        section(t('findings.evidence'), evidence(finding, { hidden, peek })),
        finding.anchored && el('p', { class: 'ds-alert', data: { color: 'info' } }, t('findings.anchored')),
        likelyGoals(finding.members[0], finding.likely, { ...context, reload: () => get(path).then(show) }, 'h2'),
        section(t('findings.judgements'), finding.judgements?.length > 0 && said(finding.judgements))),
      el('aside', { class: 'stack', 'aria-label': t('findings.judge') }, judges && judgeForm(finding, { path, show, context, noKeys }), facts(finding, hidden))));
}

/** To the case before and after in the list one came from. @param {any} finding @param {boolean} noKeys @param {() => void} help */
function walk(finding, noKeys, help) {
  const { previous, next, at, of } = neighboursOf(finding.id);
  const step = (/** @type {string | undefined} */ id, /** @type {string} */ key, /** @type {string} */ text) => id && el('a', { class: 'ds-button', data: { variant: 'tertiary' }, href: findingHref(id), 'aria-keyshortcuts': !noKeys && key }, t(text), keyHint(key, noKeys));
  return el('nav', { class: 'actions walk', 'aria-label': t('cases.walk') }, step(previous, 'k', 'cases.previous'), of > 0 && el('span', { class: 'muted small' }, t('cases.place', { at: at + 1, of })), step(next, 'j', 'cases.next'),
    el('button', { class: 'ds-button', type: 'button', data: { variant: 'tertiary' }, 'aria-keyshortcuts': !noKeys && '?', on: { click: help } }, t('cases.keys.button'), keyHint('?', noKeys)));
}

/** @param {any} finding */
function reopened({ reopenedBecause, changed }) {
  return reopenedBecause?.length > 0 && el('div', { class: 'ds-alert section', data: { color: 'warning' } },
    el('h2', {}, t('findings.reopened.title')), el('ul', {}, reopenedBecause.map((/** @type {string} */ text) => el('li', {}, text))), changedTexts(changed ?? []));
}

/** @param {any[]} judgementsMade */
function said(judgementsMade) {
  return el('ol', { class: 'list' }, [...judgementsMade].reverse().map((one) => el('li', { class: 'card' },
    el('p', { class: 'small' }, findingState(one.state), ' · ', one.action && `${t(`overlapAction.${one.action}`)} · `, el('span', { class: 'muted' }, `${one.by} · ${dateTime(one.at)}`)), one.note && el('p', {}, one.note))));
}

/** @param {any} finding @param {boolean} hidden */
function facts(finding, hidden) {
  const moved = !hidden && finding.score !== finding.rawScore;
  const rows = [['property.score', hidden ? t('cases.scoreHidden') : percent(finding.score)], ['cases.rawScore', moved && percent(finding.rawScore)], ['property.owner', finding.owner],
    ['findings.dueDate', finding.dueDate && `${date(finding.dueDate)}${finding.overdue ? ` (${t('cases.overdue').toLowerCase()})` : ''}`], ['findings.firstSeen', finding.firstSeen && dateTime(finding.firstSeen)], ['cases.came', finding.cameAt && dateTime(finding.cameAt)]];
  return el('div', { class: 'card' }, el('h2', {}, t('findings.facts')),
    el('dl', { class: 'facts' }, rows.filter(([, value]) => value).flatMap(([key, value]) => [el('dt', {}, t(String(key))), el('dd', {}, /** @type {string} */ (value))])));
}

