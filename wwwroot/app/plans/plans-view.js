// The plan table: every plan, chosen, ordered and grouped, with its period as a bar.
import { address, get } from '../api.js';
import { el, mount as put, svg } from '../dom.js';
import { isAbort, sentenceOf } from '../errors.js';
import { field } from '../fields.js';
import { compare, date, period } from '../format.js';
import { nodeHref } from '../nodes/nodes.js';
import { icon } from '../shell/icons.js';
import { emptyState } from '../shell/states.js';
import { t } from '../texts.js';
import { bar, filtersOf, groupRows, mark, nextSort, sortOf } from './plans-logic.js';

const columns = [
  { name: 'title', key: 'plans.column.title' },
  { name: 'type', key: 'property.type' },
  { name: 'status', key: 'property.status' },
  { name: 'adopted', key: 'property.adopted' },
  { name: 'from', key: 'property.period' },
  { name: 'sector', key: 'property.sector', fixed: true },
  { name: 'anchoring', key: 'plans.column.anchoring', fixed: true },
  { name: 'findings', key: 'plans.column.findings' },
];

const statusColors = { adopted: 'success', inProgress: 'info', rolling: 'info', noted: '', retired: '', unknown: 'warning' };
export const anchoringColors = { anchored: 'success', throughExpired: 'warning', skipsLevel: 'warning', declared: 'info', notRequired: '', unanchored: 'danger', unknown: '' };

export const title = () => t('plans.title');

/** @param {HTMLElement} container @param {any} _parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, _parameters, context) {
  const page = el('div', { class: 'page plans' });
  const table = el('div', { class: 'section' });
  container.append(page);
  const first = await load(context);
  const redraw = () => load(context).then((answer) => drawTable(table, answer, context, choose), (error) => {
    if (!isAbort(error)) context.toast(sentenceOf(error), { color: 'danger' });
  });
  const choose = (/** @type {Record<string, string | null>} */ changes) => {
    context.changeQuery(changes);
    return redraw();
  };
  put(page, head(context), filterBar(first, context, choose), table);
  drawTable(table, first, context, choose);
  document.addEventListener('pg:query', redraw, { signal: context.signal });
}

/** @param {import('../shell/pages.js').Context} context */
function load(context) {
  return get('/api/plans', { query: filtersOf(context.query()), signal: context.signal });
}

/** @param {import('../shell/pages.js').Context} context */
function head(context) {
  const download = (/** @type {string} */ format) => (/** @type {Event} */ event) => {
    /** @type {HTMLAnchorElement} */ (event.currentTarget).href = address('/api/plans/export', { format, ...filtersOf(context.query()) });
  };
  const link = (/** @type {string} */ format) => el('a', {
    class: 'ds-button', href: address('/api/plans/export', { format }), download: true, data: { variant: 'secondary' }, on: { click: download(format) },
  }, icon('download'), t(`plans.export.${format}`));
  return el('div', { class: 'page__head' },
    el('div', {}, el('h1', {}, t('plans.title')), el('p', { class: 'lead' }, t('plans.lead'))),
    el('div', { class: 'actions' }, link('xlsx'), link('csv')));
}

/** @param {any} answer @param {import('../shell/pages.js').Context} context @param {(changes: Record<string, string | null>) => void} choose */
function filterBar(answer, context, choose) {
  const query = context.query();
  const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {{ value: string, text: string }[]} */ options) => {
    const id = `plans-${name}`;
    return field(id, label,
      el('select', { class: 'ds-input', id, on: { change: (/** @type {any} */ event) => choose({ [name]: event.target.value || null }) } },
        options.map(({ value, text }) => el('option', { value, selected: (query.get(name) ?? '') === value }, text))));
  };
  const facet = (/** @type {string} */ name, /** @type {(value: string) => string} */ label) => [{ value: '', text: t('plans.filter.all') },
    ...(answer.facets?.[name] ?? []).map((/** @type {any} */ one) => ({ value: one.value, text: `${one.title ?? label(one.value)} (${one.count})` }))];
  const check = (/** @type {string} */ name) => el('label', { class: 'check' },
    el('input', { type: 'checkbox', class: 'ds-input', checked: query.get(name) === 'true', on: { change: (/** @type {any} */ event) => choose({ [name]: event.target.checked ? 'true' : null }) } }),
    t(`plans.filter.${name}`));
  return el('form', { class: 'toolbar', role: 'search', 'aria-label': t('plans.filter'), on: { submit: (/** @type {Event} */ event) => event.preventDefault() } },
    field('plans-q', t('plans.filter.q'),
      el('input', { class: 'ds-input', id: 'plans-q', type: 'search', value: query.get('q') ?? '', on: { input: waitFor((/** @type {any} */ value) => choose({ q: value || null })) } })),
    select('type', t('property.type'), facet('type', (value) => t(`planType.${value}`))),
    select('status', t('property.status'), facet('status', (value) => t(`planStatus.${value}`))),
    select('sector', t('property.sector'), facet('sector', (value) => value)),
    select('anchoring', t('plans.column.anchoring'), facet('anchoring', (value) => t(`anchoring.state.${value}`))),
    select('group', t('plans.group'), [{ value: '', text: t('plans.group.none') }, { value: 'type', text: t('property.type') }, { value: 'status', text: t('property.status') }]),
    el('div', { class: 'checks' }, check('expired'), check('doubt'), check('exempt')));
}

/** Asks once the typing pauses, not for every letter. @param {(value: string) => void} act */
function waitFor(act) {
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  return (/** @type {any} */ event) => {
    clearTimeout(timer);
    timer = setTimeout(() => act(event.target.value), 200);
  };
}

/** @param {HTMLElement} container @param {any} answer @param {import('../shell/pages.js').Context} context @param {(changes: Record<string, string | null>) => any} choose */
function drawTable(container, answer, context, choose) {
  const filters = filtersOf(context.query());
  const by = context.query().get('group');
  const count = t('plans.count', { count: answer.rows.length, total: answer.total });
  context.announce(count);
  if (answer.rows.length === 0) return put(container, emptyState(t('plans.none.title'), t('plans.none.text')));
  const focused = /** @type {HTMLElement | null} */ (document.activeElement)?.dataset.column;
  const groups = groupRows(answer.rows, by, (value) => t(`${by === 'type' ? 'planType' : 'planStatus'}.${value}`), compare);
  put(container, el('p', { class: 'muted small' }, count),
    el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': t('plans.title') },
      el('table', { class: 'ds-table plans__table' },
        el('caption', { class: 'ds-sr-only' }, t('plans.caption')),
        el('thead', {}, el('tr', {}, columns.map((column) => columnHead(column, filters, answer.years, choose)))),
        groups.map((group) => el('tbody', {},
          group.key && el('tr', { class: 'plans__group' }, el('th', { colspan: columns.length, scope: 'rowgroup' }, group.label, ' ', el('span', { class: 'count' }, group.rows.length))),
          group.rows.map((/** @type {any} */ row) => planRow(row, answer.years)))))));
  if (focused) /** @type {HTMLElement | null} */ (container.querySelector(`[data-column="${focused}"]`))?.focus();
}

/** @param {any} column @param {Record<string, string>} filters @param {any} years @param {(changes: any) => any} choose */
function columnHead(column, filters, years, choose) {
  const scale = column.name === 'from' && years && el('span', { class: 'plans__years', 'aria-hidden': 'true' }, el('span', {}, years.from), el('span', {}, years.to));
  if (column.fixed) return el('th', { scope: 'col' }, t(column.key));
  return el('th', { scope: 'col', 'aria-sort': sortOf(filters, column.name) ?? 'none' },
    el('button', { type: 'button', data: { column: column.name }, on: { click: () => choose(nextSort(filters, column.name)) } }, t(column.key)), scale);
}

/** @param {any} row @param {any} years */
function planRow(row, years) {
  const printed = row.adopted && (date(row.adopted.date) || row.adopted.printed);
  return el('tr', {},
    el('th', { scope: 'row' }, el('a', { href: nodeHref(row.id) }, row.title),
      row.useDoubt !== 'none' && el('span', { class: 'plans__doubt' }, icon('warning'), t(`useDoubt.${row.useDoubt}`))),
    el('td', {}, t(`planType.${row.type}`)),
    el('td', {}, state(t(`planStatus.${row.status}`), statusColors[/** @type {keyof typeof statusColors} */ (row.status)])),
    el('td', { title: row.adopted?.printed ?? row.statusPrinted }, printed, row.adopted?.uncertain && el('span', { class: 'muted' }, ` ${t('plans.uncertain')}`)),
    el('td', {}, periodBar(row, years)),
    el('td', {}, row.sectors.map((/** @type {any} */ sector) => sector.title).join(', ')),
    el('td', {}, state(t(`anchoring.state.${row.anchoring.state}`), anchoringColors[/** @type {keyof typeof anchoringColors} */ (row.anchoring.state)]),
      row.anchoring.exemption && el('span', { class: 'plans__exemption' }, t('plans.exemption.line', { date: date(row.anchoring.exemption.expires), reason: row.anchoring.exemption.reason, by: row.anchoring.exemption.declaredBy }))),
    el('td', { class: 'number' }, row.openFindings > 0 && el('a', { href: `/findings?member=${encodeURIComponent(row.id)}` }, row.openFindings, el('span', { class: 'ds-sr-only' }, ` ${t('plans.findingsOf', { count: row.openFindings, title: row.title })}`))));
}

/** @param {string} text @param {string} color */
export function state(text, color) {
  return el('span', { class: 'state', data: { color } }, text);
}

/** The years in words, and the same as a bar on the line of years. @param {any} row @param {any} years */
function periodBar(row, years) {
  const place = bar(row.period, years);
  if (!place) return null;
  const now = mark(new Date().getFullYear(), years);
  return el('span', { class: 'period', data: { over: row.expired || null } },
    el('span', { class: 'period__years' }, period(row.period.from, row.period.to), row.expired && el('span', { class: 'ds-sr-only' }, ` ${t('plans.expired')}`)),
    svg('svg', { class: 'period__bar', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { class: 'period__line', x: 0, y: 3.5, width: 100, height: 1 }),
      svg('rect', { class: 'period__span', x: place.x, y: 1, width: Math.max(place.width, 1.5), height: 6 }),
      now !== undefined && svg('rect', { class: 'period__now', x: now, y: 0, width: 0.7, height: 8 })));
}
