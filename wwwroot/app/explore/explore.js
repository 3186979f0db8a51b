// The explorer: search, expand, arrange and compare how plans, goals and conflicts hang together.
import { el } from '../dom.js';
import { sentenceOf, isAbort } from '../errors.js';
import { t } from '../texts.js';
import { createActions } from './actions.js';
import { createDetails } from './details-view.js';
import { createFilters } from './filter-view.js';
import { createSession } from './session.js';
import { createStage } from './stage-view.js';
import { createStart } from './start-view.js';
import { createSummary } from './summary-view.js';
import { createTable } from './table-view.js';
import { createToolbar } from './toolbar-view.js';

/** On a screen as narrow as this the table comes first, unless the link says otherwise. */
const narrow = 640;

export const title = () => t('explore.title');

/** @param {HTMLElement} container @param {Record<string, string>} _parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, _parameters, context) {
  const session = createSession(context);
  const actions = createActions(session);
  const details = createDetails(session, actions);
  const stage = createStage(session, actions, { details: details.focus, search: () => toolbar.focusSearch() });
  const toolbar = createToolbar(session, actions, stage.picture);
  const filters = createFilters(session, actions);
  const table = createTable(session, actions);
  const start = createStart(session, actions);
  const summary = createSummary(session);
  const busy = el('div', { class: 'explore-busy', role: 'status', hidden: true }, el('span', { class: 'spinner', 'aria-hidden': 'true' }), el('span', { class: 'ds-sr-only' }, t('shell.waiting')));
  const heading = el('h1', { class: 'ds-sr-only' }, t('explore.title'));
  const work = el('div', { class: 'explore-work' }, filters.element, el('div', { class: 'explore-panes__room' }, stage.element, table.element), details.element);
  const page = el('section', { class: 'page page--full explore' }, heading, toolbar.element, summary.element, work, start.element, busy);

  let wasEmpty = true;
  session.subscribe(() => {
    const { isEmpty, screen, view } = session;
    page.dataset.panes = view.panes;
    start.element.hidden = !isEmpty || screen.busy && location.search.length > 1;
    heading.hidden = isEmpty;
    work.hidden = isEmpty;
    busy.hidden = !screen.busy;
    for (const part of [toolbar, summary, filters, stage, table, details]) part.update();
    context.setTitle(summary.title());
    if (isEmpty !== wasEmpty) moveFocus(isEmpty);
    wasEmpty = isEmpty;
  });

  /** What had focus is gone with the start page, or with the sheet. @param {boolean} empty */
  function moveFocus(empty) {
    if (document.activeElement && document.activeElement !== document.body && document.activeElement.checkVisibility()) return;
    if (empty) start.focus();
    else if (session.view.panes === 'table') table.focus();
    else stage.focus();
  }

  page.addEventListener('pg:leave', () => (session.view.panes === 'table' ? toolbar.focusSearch() : stage.focus()));
  listen(session, actions, context.signal);

  container.append(page);
  session.data.summary().then(start.fill).catch((error) => { if (!isAbort(error)) context.toast(sentenceOf(error), { color: 'danger' }); });
  await session.beginWith(async () => {
    await actions.begin(location.search, location.hash);
    if (innerWidth < narrow && !context.query().has('panes')) actions.panes('table');
  });
}

/** @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions @param {AbortSignal} signal */
function listen(session, actions, signal) {
  document.addEventListener('pg:query', () => { if (!session.follow()) session.beginWith(() => actions.open(location.search, location.hash)); }, { signal });
  addEventListener('keydown', (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !['z', 'y'].includes(event.key.toLowerCase())) return;
    if (/** @type {Element} */ (event.target).closest?.('input, textarea')) return;
    event.preventDefault();
    if (event.key.toLowerCase() === 'y' || event.shiftKey) actions.redo();
    else actions.undo();
  }, { signal });
}
