// Import: choose files, see what would happen row by row, then apply all of it or nothing.
import { ApiError, post, remove } from '../api.js';
import { el, mount as put } from '../dom.js';
import { sentenceOf } from '../errors.js';
import { nodeHref } from '../nodes/nodes.js';
import { icon } from '../shell/icons.js';
import { waiting } from '../shell/states.js';
import { hasText, t } from '../texts.js';
import { nextStep, outcomes, rowsToShow } from './imports-logic.js';

const colors = { new: 'success', changed: 'info', unchanged: '', doubtful: 'warning', refused: 'danger' };
const shownAtOnce = 300;

export const title = () => t('imports.title');

/** @param {HTMLElement} container @param {any} _parameters @param {import('../shell/pages.js').Context} context */
export function mount(container, _parameters, context) {
  const body = el('div', { class: 'section' });
  put(container, el('div', { class: 'page imports' },
    el('div', { class: 'page__head' }, el('div', {}, el('h1', {}, t('imports.title')), el('p', { class: 'lead' }, t('imports.lead')))), body));
  put(body, chooser(body, context));
}

/** @param {HTMLElement} body @param {import('../shell/pages.js').Context} context @param {string} [problem] */
function chooser(body, context, problem) {
  const upload = async (/** @type {FileList | File[]} */ files) => {
    if (files.length === 0) return;
    const form = new FormData();
    for (const file of files) form.append('files', file);
    put(body, waiting());
    try {
      drawPreview(body, await post('/api/imports', form, { signal: context.signal }), context);
    } catch (error) {
      put(body, chooser(body, context, sentenceOf(error)));
      /** @type {HTMLElement | null} */ (body.querySelector('[role="alert"]'))?.focus();
    }
  };
  const zone = el('div', { class: 'imports__zone', on: {
    dragover: (/** @type {DragEvent} */ event) => { event.preventDefault(); zone.dataset.over = 'true'; },
    dragleave: () => delete zone.dataset.over,
    drop: (/** @type {DragEvent} */ event) => { event.preventDefault(); upload(event.dataTransfer?.files ?? []); },
  } },
    icon('upload'),
    el('label', { class: 'ds-label', for: 'imports-files' }, t('imports.choose')),
    el('input', { class: 'ds-input', id: 'imports-files', type: 'file', multiple: true, accept: '.csv,.xlsx,.json,.txt', 'aria-describedby': 'imports-formats', on: { change: (/** @type {any} */ event) => upload(event.target.files) } }),
    el('p', { class: 'muted small', id: 'imports-formats' }, t('imports.formats')));
  return el('div', { class: 'section' },
    problem && el('div', { class: 'ds-alert', role: 'alert', tabindex: '-1', data: { color: 'danger' } }, el('p', {}, problem)), zone,
    el('details', { class: 'card' }, el('summary', {}, t('imports.help.title')),
      el('ul', {}, ['heading', 'dates', 'marks', 'id', 'nothing'].map((key) => el('li', {}, t(`imports.help.${key}`))))));
}

/** @param {HTMLElement} body @param {any} preview @param {import('../shell/pages.js').Context} context @param {string} [notice] */
function drawPreview(body, preview, context, notice) {
  let chosen = preview.counts.refused > 0 ? 'refused' : '';
  const table = el('div', { class: 'section' });
  const redraw = () => put(table, outcomeFilter(preview.counts, chosen, (next) => { chosen = next; redraw(); }), rowTable(rowsToShow(preview.rows, chosen)));
  put(body, el('section', { class: 'section', 'aria-labelledby': 'imports-preview' },
    el('h2', { id: 'imports-preview', tabindex: '-1' }, t('imports.preview', { files: preview.files.join(', ') })),
    notice && el('div', { class: 'ds-alert', data: { color: 'warning' } }, el('p', {}, notice)),
    el('p', {}, t(`imports.next.${nextStep(preview.counts)}`)), actions(body, preview, context), table));
  redraw();
  document.getElementById('imports-preview')?.focus();
}

/** @param {HTMLElement} body @param {any} preview @param {import('../shell/pages.js').Context} context */
function actions(body, preview, context) {
  const apply = async (/** @type {boolean} */ leaveOutRefused) => {
    try {
      const applied = await post(`/api/imports/${preview.id}/apply`, { leaveOutRefused });
      put(body, done(body, applied, context));
      document.getElementById('imports-done')?.focus();
    } catch (error) {
      if (error instanceof ApiError && error.status === 409 && error.problem.preview) drawPreview(body, error.problem.preview, context, sentenceOf(error));
      else context.toast(sentenceOf(error), { color: 'danger' });
    }
  };
  const cancel = async () => {
    await remove(`/api/imports/${preview.id}`).catch((error) => console.error(error));
    put(body, chooser(body, context));
  };
  const step = nextStep(preview.counts);
  return el('div', { class: 'actions' },
    step === 'apply' && el('button', { class: 'ds-button', type: 'button', on: { click: () => apply(false) } }, t('imports.apply')),
    step === 'applyWithout' && el('button', { class: 'ds-button', type: 'button', on: { click: () => apply(true) } }, t('imports.applyWithout', { count: preview.counts.refused })),
    el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, on: { click: cancel } }, t('imports.cancel')));
}

/** @param {HTMLElement} body @param {any} applied @param {import('../shell/pages.js').Context} context */
function done(body, applied, context) {
  return el('div', { class: 'section' }, el('div', { class: 'ds-alert', data: { color: 'success' } },
    el('h2', { id: 'imports-done', tabindex: '-1' }, t('imports.done.title')), el('p', {}, t('imports.done.text', { seq: applied.seq }))),
    el('div', { class: 'actions' }, el('a', { class: 'ds-button', href: '/plans' }, t('imports.done.plans')),
      el('a', { class: 'ds-button', data: { variant: 'secondary' }, href: '/history' }, t('imports.done.history')),
      el('button', { class: 'ds-button', type: 'button', data: { variant: 'tertiary' }, on: { click: () => put(body, chooser(body, context)) } }, t('imports.done.again'))));
}

/** @param {Record<string, number>} counts @param {string} chosen @param {(outcome: string) => void} choose */
function outcomeFilter(counts, chosen, choose) {
  const option = (/** @type {string} */ value, /** @type {string} */ text, /** @type {number} */ count) => el('button', {
    type: 'button', class: 'ds-button', 'aria-pressed': String(chosen === value), data: { variant: chosen === value ? 'primary' : 'secondary' }, on: { click: () => choose(value) },
  }, text, ' ', el('span', { class: 'count' }, count));
  const total = outcomes.reduce((sum, outcome) => sum + (counts[outcome] ?? 0), 0);
  return el('div', { class: 'actions', role: 'group', 'aria-label': t('imports.outcomes') }, option('', t('imports.all'), total),
    outcomes.filter((outcome) => counts[outcome] > 0).map((outcome) => option(outcome, t(`imports.outcome.${outcome}`), counts[outcome])));
}

/** @param {any[]} rows */
function rowTable(rows) {
  return el('div', { class: 'section' }, el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': t('imports.rows') }, el('table', { class: 'ds-table' },
    el('caption', { class: 'ds-sr-only' }, t('imports.rows')),
    el('thead', {}, el('tr', {}, ['imports.column.file', 'imports.column.row', 'imports.column.outcome', 'property.title', 'imports.column.why'].map((key) => el('th', { scope: 'col' }, t(key))))),
    el('tbody', {}, rows.slice(0, shownAtOnce).map(previewRow)))),
    rows.length > shownAtOnce && el('p', { class: 'muted small' }, t('imports.more', { shown: shownAtOnce, count: rows.length })));
}

/** @param {any} row */
function previewRow(row) {
  return el('tr', {}, el('td', {}, row.file), el('td', { class: 'number' }, row.row),
    el('td', {}, el('span', { class: 'state', data: { color: colors[/** @type {keyof typeof colors} */ (row.outcome)] } }, t(`imports.outcome.${row.outcome}`))),
    el('th', { scope: 'row', class: 'imports__title' }, row.element && row.outcome === 'unchanged' && !row.element.includes(':') ? el('a', { href: nodeHref(row.element) }, row.title) : row.title),
    el('td', {}, row.sentences.map((/** @type {string} */ sentence) => el('p', {}, sentence)), row.differences?.length > 0 && differences(row.differences, row.outcome === 'new')));
}

/**
 * What changes, property by property; of something new only what it will be.
 * @param {{ property: string, before?: string | null, after?: string | null }[]} changes @param {boolean} isNew
 */
function differences(changes, isNew) {
  return el('ul', { class: 'list small imports__differences' }, changes.map((change) => el('li', {},
    el('strong', {}, hasText(`property.${change.property}`) ? t(`property.${change.property}`) : change.property), ': ',
    isNew && !change.before ? change.after : [el('del', {}, change.before || t('imports.empty')), ' → ', el('ins', {}, change.after || t('imports.empty'))])));
}
