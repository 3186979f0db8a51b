// The findings to judge: mine and open first, new ones marked, several judged at once, everything by keyboard.
import { ApiError, get } from '../api.js';
import { el, mount as put } from '../dom.js';
import { isAbort, sentenceOf } from '../errors.js';
import { dateTime } from '../format.js';
import { emptyState } from '../shell/states.js';
import { t } from '../texts.js';
import { filterBar } from './filter-bar.js';
import { judgeTogether, mayJudge, rememberList, saveSettings, visit } from './finding-data.js';
import { keyHint, listenForKeys, showKeys } from './finding-keys.js';
import { findingHref } from './finding-list.js';
import { choices, filtersOf, keys, ownerOf, stillThere } from './findings-logic.js';
import { findingsTable } from './findings-table.js';
import { askJudgement } from './judge-dialog.js';
import { readingPanel } from './reading-panel.js';

export const title = () => t('findings.title');

/** @param {HTMLElement} container @param {any} _parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, _parameters, context) {
  const judges = mayJudge(context.user);
  const parts = { bar: el('div', {}), trouble: el('div', { role: 'alert' }), tools: el('div', { class: 'tools__place' }), body: el('div', { class: 'section' }) };
  let settings = await visit();
  /** @type {any} */
  let answer = await load();
  /** @type {Set<string>} */
  let selected = new Set();

  function load() {
    return get('/api/findings', { query: filtersOf(context.query(), settings.judgeFirst), signal: context.signal });
  }

  function draw() {
    selected = stillThere(selected, answer.findings);
    rememberList(answer.findings.map((/** @type {any} */ finding) => finding.id));
    put(parts.bar, filterBar(answer, context.query(), choose));
    drawList();
    drawTools();
  }

  function drawList() {
    const query = context.query();
    put(parts.body, counted(answer, query, settings), answer.findings.length === 0
      ? emptyState(t('findings.none.title'), t('findings.none.text'), ownerOf(query) !== '@all' && el('button', { class: 'ds-button', type: 'button', on: { click: () => choose({ owner: '@all' }) } }, t('cases.showAll')), el('a', { class: 'ds-button', data: { variant: 'secondary' }, href: '/jobs' }, t('findings.toRuns')))
      : findingsTable(answer.findings, { judges, judgeFirst: settings.judgeFirst, sort: query.get('sort') ?? (settings.judgeFirst ? 'came' : 'score'), desc: query.get('desc') === 'true', selected, pick, pickAll, choose }));
  }

  /** What can be done with those that are chosen; the keys that do the same stand in the buttons. */
  function drawTools() {
    const chosen = answer.findings.filter((/** @type {any} */ finding) => selected.has(finding.id));
    const button = (/** @type {string} */ text, /** @type {() => void} */ click, key = '', variant = 'secondary') => el('button', { class: 'ds-button', type: 'button', data: { variant }, 'aria-keyshortcuts': !settings.noKeys && key, on: { click } }, text, key && keyHint(key, settings.noKeys));
    put(parts.tools, el('div', { class: 'tools', role: 'group', 'aria-label': t('cases.tools') },
      judges && el('p', { class: 'tools__count' }, chosen.length > 0 ? t('cases.chosen', { count: chosen.length }) : t('cases.chooseSome')),
      judges && chosen.length > 0 && [...choices.map(({ state, key }) => button(t(`cases.do.${state}`), () => judge(state, chosen), key)),
        button(t('cases.do.assign'), () => judge(undefined, chosen)), button(t('cases.do.clear'), clear, '', 'tertiary')],
      el('span', { class: 'toolbar__end' }, button(t('cases.keys.button'), help, '?', 'tertiary'))));
  }

  const complain = (/** @type {unknown} */ error) => { if (!isAbort(error)) context.toast(sentenceOf(error), { color: 'danger' }); };

  /** @param {Record<string, string | null>} changes */
  async function choose(changes) {
    const focused = document.activeElement?.id;
    context.changeQuery(changes);
    try {
      answer = await load();
      draw();
      context.announce(t('findings.count', { count: answer.total }));
      if (focused) document.getElementById(focused)?.focus();
    } catch (error) {
      complain(error);
    }
  }

  /** @param {string} id @param {boolean} on */
  function pick(id, on) {
    if (on) selected.add(id);
    else selected.delete(id);
    const all = /** @type {HTMLInputElement | null} */ (document.getElementById('findings-all'));
    if (all) all.checked = answer.findings.every((/** @type {any} */ finding) => selected.has(finding.id));
    drawTools();
  }

  /** @param {boolean} on */
  function pickAll(on) {
    selected = new Set(on ? answer.findings.map((/** @type {any} */ finding) => finding.id) : []);
    drawList();
    drawTools();
    document.getElementById('findings-all')?.focus();
    context.announce(t('cases.chosen', { count: selected.size }));
  }

  function clear() {
    if (selected.size === 0) return false;
    const here = rowAt();
    selected.clear();
    drawList();
    drawTools();
    focusRow(here);
    return true;
  }

  const rows = () => /** @type {HTMLElement[]} */ ([...parts.body.querySelectorAll('tbody tr[data-finding]')]);
  const rowAt = () => rows().findIndex((row) => row.contains(document.activeElement));
  const focusRow = (/** @type {number} */ at) => /** @type {HTMLElement | null} */ (rows()[Math.min(Math.max(at, 0), rows().length - 1)]?.querySelector('th a'))?.focus();

  /** Those that are chosen; when none are, the one of the row that has focus. */
  function meant() {
    const here = rows()[rowAt()]?.dataset.finding;
    return answer.findings.filter((/** @type {any} */ finding) => (selected.size > 0 ? selected.has(finding.id) : finding.id === here));
  }

  /** @param {string | undefined} state @param {any[]} findings */
  async function judge(state, findings) {
    if (!judges || findings.length === 0) return;
    const here = rowAt();
    const judgement = state === 'underReview' || state === 'new' ? { state } : await askJudgement({ state, findings, owners: Object.keys(answer.counts.byOwner).filter((name) => !name.startsWith('@')), me: context.user.name });
    if (!judgement) return focusRow(here);
    try {
      const { findings: judged } = await judgeTogether(findings, judgement);
      selected.clear();
      put(parts.trouble);
      answer = await load();
      draw();
      context.toast(t('cases.judged', { count: judged.length, state: state ? t(`findingState.${state}`).toLowerCase() : t('cases.assigned') }));
    } catch (error) {
      if (error instanceof ApiError && error.problem.findings?.length > 0) put(parts.trouble, trouble(error));
      else complain(error);
    }
    focusRow(here);
  }

  /** Which of several could not be judged, and why. @param {ApiError} error */
  function trouble(error) {
    const again = async () => {
      put(parts.trouble);
      answer = await load();
      draw();
    };
    return el('div', { class: 'ds-alert section', data: { color: 'warning' } }, el('p', {}, el('strong', {}, sentenceOf(error))),
      el('ul', {}, error.problem.findings.map((/** @type {any} */ one) => el('li', {}, el('a', { href: findingHref(one.id) }, one.title), ': ', one.problems.join(' ')))),
      error.status === 409 && el('div', {}, el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, on: { click: () => again().catch(complain) } }, t('findings.reload'))));
  }

  /** @param {Partial<import('./finding-data.js').Settings>} changes */
  async function change(changes) {
    try {
      settings = await saveSettings(changes);
      if (changes.noKeys === undefined) answer = await load();
      draw();
    } catch (error) {
      complain(error);
    }
  }

  const help = () => showKeys({ off: settings.noKeys, turn: (off) => change({ noKeys: off }), here: keys.map((one) => one.does) });
  listenForKeys({
    next: () => focusRow(rowAt() + 1),
    previous: () => focusRow(rowAt() - 1),
    select: () => {
      const id = rows()[rowAt()]?.dataset.finding;
      const box = /** @type {HTMLInputElement | null} */ (rows()[rowAt()]?.querySelector('input[type="checkbox"]'));
      if (!id || !box) return false;
      box.checked = !box.checked;
      pick(id, box.checked);
      context.announce(t(box.checked ? 'cases.nowChosen' : 'cases.notChosen', { count: selected.size }));
    },
    ...Object.fromEntries(choices.map(({ state }) => [state, () => (meant().length > 0 && judges ? void judge(state, meant()) : false)])),
    search: () => document.getElementById('findings-q')?.focus(),
    clear,
    help,
  }, { signal: context.signal, isOff: () => settings.noKeys, rows: () => parts.body.querySelector('tbody') });

  put(container, el('div', { class: 'page findings' },
    el('div', { class: 'page__head' }, el('div', {}, el('h1', {}, t('findings.title')), el('p', { class: 'lead' }, t('findings.lead')), lastRun(answer))),
    readingPanel({ settings: () => settings, change, context }), parts.bar, parts.trouble, parts.tools, parts.body));
  draw();
  document.addEventListener('pg:query', () => choose({}), { signal: context.signal });
}

/** @param {any} answer */
function lastRun({ lastRun: run }) {
  return run && el('p', { class: 'muted small' }, t('findings.lastRun', { at: dateTime(run.finished), outcome: t(`runOutcome.${run.outcome}`) }), ' ', el('a', { href: '/jobs' }, t('findings.toRuns')));
}

/** How many there are, of how many, and what counts as mine and as new. @param {any} answer @param {URLSearchParams} query @param {import('./finding-data.js').Settings} settings */
function counted({ total, findings, counts, since }, query, settings) {
  const mine = ownerOf(query) === '@mine';
  return el('p', { class: 'muted small' }, t('findings.count', { count: total }), '. ',
    mine && counts.everybody > total && [t('cases.mine', { count: counts.everybody - total }), ' '],
    mine && counts.everybody === total && [t('cases.mineAll'), ' '],
    settings.since ? t('cases.since', { at: dateTime(settings.since) }) : since && t('cases.sinceRun'),
    findings.length < total && [' ', t('cases.first', { count: findings.length })]);
}
