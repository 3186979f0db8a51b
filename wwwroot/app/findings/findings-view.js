// The findings to judge: open ones first, new ones marked, each a link to its case.
import { get } from '../api.js';
import { el, mount as put } from '../dom.js';
import { isAbort, sentenceOf } from '../errors.js';
import { dateTime, percent } from '../format.js';
import { nodeLink } from '../nodes/nodes.js';
import { emptyState } from '../shell/states.js';
import { t } from '../texts.js';
import { findingHref, findingState } from './finding-list.js';
import { filtersOf } from './findings-logic.js';

const states = ['new', 'underReview', 'confirmed', 'dismissed', 'resolved'];

export const title = () => t('findings.title');

/** @param {HTMLElement} container @param {any} _parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, _parameters, context) {
  const page = el('div', { class: 'page findings' });
  const body = el('div', { class: 'section' });
  const bar = el('div', {});
  container.append(page);
  const show = (/** @type {any} */ answer) => {
    put(bar, filterBar(answer, context, choose));
    put(body, list(answer, context));
  };
  const choose = (/** @type {Record<string, string | null>} */ changes) => {
    const focused = document.activeElement?.id;
    context.changeQuery(changes);
    return load(context).then(show).then(() => focused && document.getElementById(focused)?.focus()).catch((error) => {
      if (!isAbort(error)) context.toast(sentenceOf(error), { color: 'danger' });
    });
  };
  const answer = await load(context);
  put(page, el('div', { class: 'page__head' }, el('div', {}, el('h1', {}, t('findings.title')), el('p', { class: 'lead' }, t('findings.lead')), lastRun(answer.lastRun))), bar, body);
  show(answer);
  document.addEventListener('pg:query', () => choose({}), { signal: context.signal });
}

/** @param {import('../shell/pages.js').Context} context */
function load(context) {
  return get('/api/findings', { query: filtersOf(context.query()), signal: context.signal });
}

/** @param {any} run */
function lastRun(run) {
  return run && el('p', { class: 'muted small' }, t('findings.lastRun', { at: dateTime(run.finished), outcome: t(`runOutcome.${run.outcome}`) }), ' ', el('a', { href: '/jobs' }, t('findings.toRuns')));
}

/** @param {any} answer @param {import('../shell/pages.js').Context} context @param {(changes: Record<string, string | null>) => void} choose */
function filterBar({ counts }, context, choose) {
  const query = context.query();
  const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {[string, string][]} */ options) =>
    el('div', { class: 'ds-field' }, el('label', { class: 'ds-label', for: `findings-${name}` }, label),
      el('select', { class: 'ds-input', id: `findings-${name}`, on: { change: (/** @type {any} */ event) => choose({ [name]: event.target.value || null }) } },
        options.map(([value, text]) => el('option', { value, selected: (query.get(name) ?? '') === value }, text))));
  const counted = (/** @type {Record<string, number>} */ table, /** @type {string} */ key) => t('findings.counted', { name: t(key), count: table[key.split('.')[1]] ?? 0 });
  return el('div', { class: 'toolbar', role: 'search', 'aria-label': t('findings.filter') },
    select('state', t('findings.state'), [['', t('findings.state.open')], ...states.map((state) => /** @type {[string, string]} */ ([state, counted(counts.byState, `findingState.${state}`)])), ['all', t('findings.state.all')]]),
    select('type', t('findings.type'), [['', t('findings.type.all')], ...Object.keys(counts.byType).map((type) => /** @type {[string, string]} */ ([type, counted(counts.byType, `findingKind.${type}`)]))]),
    el('label', { class: 'check' }, el('input', { id: 'findings-new', type: 'checkbox', class: 'ds-input', checked: query.get('new') === 'true', on: { change: (/** @type {any} */ event) => choose({ new: event.target.checked ? 'true' : null }) } }), t('findings.onlyNew')),
    query.get('member') && el('button', { type: 'button', class: 'ds-button', data: { variant: 'tertiary' }, on: { click: () => choose({ member: null }) } }, t('findings.allMembers')));
}

/** @param {any} answer @param {import('../shell/pages.js').Context} context */
function list({ findings }, context) {
  const count = t('findings.count', { count: findings.length });
  context.announce(count);
  if (findings.length === 0) return emptyState(t('findings.none.title'), t('findings.none.text'), el('a', { class: 'ds-button', href: '/jobs' }, t('findings.toRuns')));
  return el('div', { class: 'section' }, el('p', { class: 'muted small' }, count), el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': t('findings.title') },
    el('table', { class: 'ds-table' }, el('caption', { class: 'ds-sr-only' }, t('findings.title')),
      el('thead', {}, el('tr', {}, ['findings.column.finding', 'findings.type', 'findings.column.members', 'property.score', 'findings.state', 'property.owner'].map((key) => el('th', { scope: 'col' }, t(key))))),
      el('tbody', {}, findings.map(row)))));
}

/** @param {any} finding */
function row(finding) {
  return el('tr', {},
    el('th', { scope: 'row', class: 'findings__title' }, el('a', { href: findingHref(finding.id) }, finding.title),
      finding.isNew && el('span', { class: 'ds-tag', data: { color: 'info', variant: 'outline' } }, t('findings.isNew')),
      finding.reopened && el('span', { class: 'ds-tag', data: { color: 'warning', variant: 'outline' } }, t('findings.reopened'))),
    el('td', {}, t(`findingKind.${finding.type}`)),
    el('td', {}, el('ul', { class: 'list' }, finding.members.slice(0, 4).map((/** @type {any} */ member) => el('li', {}, nodeLink(member))))),
    el('td', { class: 'number' }, percent(finding.score)),
    el('td', {}, findingState(finding.state)),
    el('td', {}, finding.owner));
}
