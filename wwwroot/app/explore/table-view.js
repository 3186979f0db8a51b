// The twin of the picture: the same nodes and the same relations as tables, sorted by any column, worked by keyboard.
import { el, mount } from '../dom.js';
import { compare } from '../format.js';
import { kindIcon } from '../kinds.js';
import { relationLine } from '../relations.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { signed } from './graph-style.js';
import { nodeRows, relationRows, sorted } from './rows.js';
import { tableWords } from './words.js';

/** @typedef {{ name: string, number?: boolean }} Column */
/** @type {Column[]} */
const nodeColumns = [{ name: 'title' }, { name: 'type' }, { name: 'status' }, { name: 'period' }, { name: 'dimension' }, { name: 'relations', number: true }];
/** @type {Column[]} */
const relationColumns = [{ name: 'from' }, { name: 'relation' }, { name: 'to' }, { name: 'score', number: true }, { name: 'basis' }];

/** @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions */
export function createTable(session, actions) {
  /** @type {'nodes' | 'relations'} */
  let which = 'nodes';
  const sorting = { nodes: { column: '', descending: false }, relations: { column: '', descending: false } };
  let drawnFor = '';
  const tabs = el('div', { class: 'explore-table__tabs', role: 'group', 'aria-label': t('explore.table.choose') });
  const wrap = el('div', { class: 'explore-table__wrap', tabindex: '0', role: 'region' });
  const element = el('section', { class: 'explore-table', 'aria-label': t('explore.table'), hidden: true }, tabs, wrap);

  function update() {
    const { panes } = session.view;
    element.hidden = panes === 'graph' || session.isEmpty;
    if (element.hidden) return;
    const { nodes, relations } = session.drawn;
    const state = JSON.stringify([which, sorting, nodes.map((node) => node.id), relations.map((relation) => relation.key)]);
    if (state !== drawnFor) draw();
    drawnFor = state;
    markSelected();
  }

  function draw() {
    const focused = wrap.contains(document.activeElement) || tabs.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : undefined;
    const { nodes, relations } = session.drawn;
    mount(tabs, tab('nodes', t('explore.table.nodes', { count: nodes.length })), tab('relations', t('explore.table.relations', { count: relations.length })));
    wrap.setAttribute('aria-label', t(`explore.table.${which}.label`));
    mount(wrap, which === 'nodes' ? nodeTable() : relationTable());
    if (focused) /** @type {HTMLElement | undefined} */ ([...element.querySelectorAll('[data-key]')].find((one) => /** @type {HTMLElement} */ (one).dataset.key === focused))?.focus();
  }

  /** @param {'nodes' | 'relations'} name @param {string} text */
  function tab(name, text) {
    return el('button', { type: 'button', class: 'explore-table__tab', 'aria-pressed': String(which === name), data: { key: `tab ${name}` }, on: { click: () => { which = name; update(); } } }, text);
  }

  function nodeTable() {
    const rows = order(nodeRows(session.drawn, tableWords));
    const columns = nodeColumns.filter(({ name }) => name === 'title' || rows.some((row) => /** @type {any} */ (row)[name] !== ''));
    return table(columns, 'nodes', true, rows.map((row) => el('tr', { data: { id: row.id } },
      el('td', { class: 'explore-table__pick' }, el('input', { type: 'checkbox', class: 'ds-input', 'aria-label': t('explore.table.pick', { title: row.title }), data: { key: `pick ${row.id}` }, on: { change: () => actions.select(row.id, { more: true }) } })),
      el('th', { scope: 'row' }, el('button', { type: 'button', class: 'explore-table__title', data: { key: `open ${row.id}` }, on: { click: () => actions.select(row.id) } }, kindIcon(row.kind), el('span', {}, row.title))),
      columns.slice(1).map(({ name, number }) => el('td', { class: number && 'number' }, /** @type {any} */ (row)[name])))));
  }

  function relationTable() {
    const rows = order(relationRows(session.drawn, tableWords));
    const end = (/** @type {string} */ key, /** @type {string} */ id, /** @type {string} */ title) =>
      el('button', { type: 'button', class: 'explore-table__title', data: { key: `${key} ${id}` }, on: { click: () => actions.select(id) } }, el('span', {}, title));
    return table(relationColumns, 'relations', false, rows.map((row) => el('tr', {},
      el('td', {}, end(`from ${row.key}`, row.fromId, row.from)),
      el('td', { class: 'explore-table__relation' }, el('button', { type: 'button', class: 'explore-table__title', title: t('explore.relation.open', { relation: row.relation }), data: { key: `relation ${row.key}` }, on: { click: () => actions.openRelation(row.key) } }, relationLine(row.type), el('span', {}, row.relation))),
      el('td', {}, end(`to ${row.key}`, row.toId, row.to)),
      el('td', { class: 'number' }, row.score === '' ? '' : signed(row.score)), el('td', {}, row.basis))));
  }

  /** @template {Record<string, any>} Row @param {Row[]} rows */
  function order(rows) {
    const { column, descending } = sorting[which];
    return column ? sorted(rows, column, descending, compare) : rows;
  }

  /** @param {Column[]} columns @param {'nodes' | 'relations'} name @param {boolean} pick @param {Node[]} rows */
  function table(columns, name, pick, rows) {
    const { column, descending } = sorting[name];
    if (rows.length === 0) return el('p', { class: 'explore-table__nothing' }, t('explore.summary.nothing'));
    return el('table', { class: 'ds-table explore-table__table' },
      el('caption', { class: 'ds-sr-only' }, t(`explore.table.${name}.label`)),
      el('thead', {}, el('tr', {}, pick && el('td', { class: 'explore-table__pick' }, el('span', { class: 'ds-sr-only' }, t('explore.table.selected'))), columns.map((one) =>
        el('th', { scope: 'col', class: one.number && 'number', 'aria-sort': column === one.name ? (descending ? 'descending' : 'ascending') : undefined },
          el('button', { type: 'button', class: 'explore-table__sort', data: { key: `sort ${one.name}` }, on: { click: () => sortBy(one.name) } }, t(`explore.column.${one.name}`), icon('chevron')))))),
      el('tbody', {}, rows));
  }

  /** Up, down, and back to the order in which things came. @param {string} column */
  function sortBy(column) {
    const now = sorting[which];
    if (now.column !== column) sorting[which] = { column, descending: false };
    else sorting[which] = now.descending ? { column: '', descending: false } : { column, descending: true };
    update();
  }

  function markSelected() {
    if (which !== 'nodes') return;
    for (const row of wrap.querySelectorAll('tbody tr')) {
      const chosen = session.view.selection.includes(/** @type {HTMLElement} */ (row).dataset.id ?? '');
      row.toggleAttribute('data-selected', chosen);
      /** @type {HTMLInputElement} */ (row.querySelector('input')).checked = chosen;
    }
  }

  return { element, update, focus: () => wrap.focus() };
}
