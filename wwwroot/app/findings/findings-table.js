// The rows of the list: choose some, open one, sort by a column.
import { el } from '../dom.js';
import { date, percent } from '../format.js';
import { nodeLink } from '../nodes/nodes.js';
import { t } from '../texts.js';
import { findingHref, findingState, findingTags } from './finding-list.js';

const columns = /** @type {const} */ ([
  { key: 'findings.column.finding', sort: 'title' }, { key: 'findings.type', sort: 'type' }, { key: 'findings.column.members', sort: '' }, { key: 'property.score', sort: 'score' },
  { key: 'findings.state', sort: 'state' }, { key: 'property.owner', sort: 'owner' }, { key: 'findings.dueDate', sort: 'due' }, { key: 'cases.came', sort: 'came' },
]);

/**
 * @param {any[]} findings
 * @param {{ judges: boolean, judgeFirst: boolean, sort: string, desc: boolean, selected: Set<string>, pick: (id: string, on: boolean) => void, pickAll: (on: boolean) => void,
 *   choose: (changes: Record<string, string | null>) => void }} options
 */
export function findingsTable(findings, { judges, judgeFirst, sort, desc, selected, pick, pickAll, choose }) {
  const shown = columns.filter((column) => !(judgeFirst && column.sort === 'score'));
  return el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': t('findings.title') },
    el('table', { class: 'ds-table', id: 'findings-table' }, el('caption', { class: 'ds-sr-only' }, t('findings.title')),
      el('thead', {}, el('tr', {},
        judges && el('td', {}, el('input', { type: 'checkbox', class: 'ds-input', id: 'findings-all', 'aria-label': t('cases.selectAll'), checked: findings.every(({ id }) => selected.has(id)), on: { change: (/** @type {any} */ event) => pickAll(event.target.checked) } })),
        shown.map((column) => header(column, sort, desc, choose)))),
      el('tbody', {}, findings.map((finding) => row(finding, { judges, judgeFirst, selected, pick })))));
}

/** @param {typeof columns[number]} column @param {string} sort @param {boolean} desc @param {(changes: Record<string, string | null>) => void} choose */
function header({ key, sort: own }, sort, desc, choose) {
  if (!own) return el('th', { scope: 'col' }, t(key));
  const here = own === sort;
  // score and day of arrival begin with the largest; "desc" turns that round
  const down = (own === 'score' || own === 'came') !== desc;
  return el('th', { scope: 'col', 'aria-sort': here ? (down ? 'descending' : 'ascending') : 'none', class: own === 'score' && 'number' },
    el('button', { type: 'button', id: `findings-sort-${own}`, on: { click: () => choose({ sort: own, desc: here && !desc ? 'true' : null }) } }, t(key)));
}

/** @param {any} finding @param {{ judges: boolean, judgeFirst: boolean, selected: Set<string>, pick: (id: string, on: boolean) => void }} options */
function row(finding, { judges, judgeFirst, selected, pick }) {
  return el('tr', { data: { finding: finding.id } },
    judges && el('td', {}, el('input', { type: 'checkbox', class: 'ds-input', 'aria-label': t('cases.select', { title: finding.title }), checked: selected.has(finding.id), on: { change: (/** @type {any} */ event) => pick(finding.id, event.target.checked) } })),
    el('th', { scope: 'row', class: 'findings__title' }, el('a', { href: findingHref(finding.id) }, finding.title), findingTags(finding)),
    el('td', {}, t(`findingKind.${finding.type}`)),
    el('td', {}, el('ul', { class: 'list' }, finding.members.slice(0, 4).map((/** @type {any} */ member) => el('li', {}, nodeLink(member))), finding.members.length > 4 && el('li', { class: 'muted' }, t('cases.moreMembers', { count: finding.members.length - 4 })))),
    !judgeFirst && el('td', { class: 'number' }, percent(finding.score)),
    el('td', {}, findingState(finding.state), finding.action && el('p', { class: 'small muted' }, t(`overlapAction.${finding.action}`))),
    el('td', {}, finding.owner),
    el('td', { class: 'nowrap' }, date(finding.dueDate), finding.overdue && el('span', { class: 'ds-sr-only' }, ` ${t('cases.overdue')}`)),
    el('td', { class: 'nowrap' }, date(finding.cameAt)));
}

