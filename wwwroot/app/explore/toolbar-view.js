// One quiet line above the picture: search, steps back and forward, arranging, filters, which panes, files.
import { el } from '../dom.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { filterCount } from './explore-logic.js';
import { createExport } from './export-view.js';
import { createPopover } from './popover.js';
import { createSearch } from './search-view.js';

/** @typedef {import('../shell/icons.js').IconName} IconName */
const panes = /** @type {const} */ ({ graph: 'graph', both: 'both', table: 'table' });

/** @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions @param {() => import('./export-view.js').GraphView | undefined} picture */
export function createToolbar(session, actions, picture) {
  const search = createSearch({
    label: t('explore.search'), placeholder: t('explore.search.placeholder'), search: session.data.search, announce: session.context.announce,
    marked: (id) => Boolean(session.view.nodes[id]), onChoose: (node) => (session.view.nodes[node.id] ? actions.select(node.id) : actions.show([node.id])),
  });
  const undo = tool('undo', t('explore.undo'), actions.undo, true);
  const redo = tool('redo', t('explore.redo'), actions.redo, true);
  const filter = tool('filter', t('explore.filter'), () => session.set({ filters: !session.screen.filters }));
  filter.setAttribute('aria-controls', 'explore-filters');
  const badge = el('span', { class: 'explore-toolbar__badge', hidden: true });
  filter.append(badge);
  const arrange = arrangeMenu(session, actions);
  const clear = tool('close', t('explore.clear'), actions.clear);
  const choice = panesChoice(actions);
  const element = el('div', { class: 'explore-toolbar', role: 'group', 'aria-label': t('explore.toolbar'), hidden: true },
    search.element,
    el('div', { class: 'explore-toolbar__group' }, undo, redo),
    el('div', { class: 'explore-toolbar__group' }, arrange, filter, clear),
    el('div', { class: 'explore-toolbar__group explore-toolbar__end' }, choice.element, createExport(session, picture)));

  function update() {
    element.hidden = session.isEmpty;
    undo.disabled = !session.canUndo;
    redo.disabled = !session.canRedo;
    filter.setAttribute('aria-expanded', String(session.screen.filters));
    const count = filterCount(session.view);
    badge.hidden = count === 0;
    badge.textContent = String(count);
    choice.update(session.view.panes);
  }

  return { element, update, focusSearch: search.focus };
}

/** @param {IconName} name @param {string} text @param {() => void} act @param {boolean} [bare] the word is for screen readers and the pointer only */
export function tool(name, text, act, bare = false) {
  return el('button', { type: 'button', class: 'ds-button explore-button', 'aria-label': bare && text, title: bare && text, data: { variant: 'tertiary', icon: bare }, on: { click: act } },
    icon(name), bare ? null : el('span', { class: 'explore-button__word' }, text));
}

/** @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions */
function arrangeMenu(session, actions) {
  const button = tool('tree', t('explore.layout'), () => {});
  button.append(icon('chevron'));
  const item = (/** @type {'force' | 'hierarchy'} */ layout) => el('button', { type: 'button', class: 'explore-menu__item', 'aria-pressed': String(session.view.layout === layout), on: { click: () => { popover.close(); actions.arrange(layout); } } },
    el('span', {}, t(`explore.layout.${layout}`)), el('small', {}, t(`explore.layout.${layout}.hint`)));
  const popover = createPopover({ button, name: t('explore.layout'), content: () => [item('hierarchy'), item('force')] });
  return popover.element;
}

/** @param {import('./actions.js').Actions} actions */
function panesChoice(actions) {
  const inputs = Object.keys(panes).map((value) => el('input', { type: 'radio', name: 'explore-panes', value, on: { change: () => actions.panes(/** @type {any} */ (value)) } }));
  const element = el('fieldset', { class: 'explore-panes' }, el('legend', { class: 'ds-sr-only' }, t('explore.panes')),
    el('div', { class: 'ds-toggle-group', data: { variant: 'secondary' } }, inputs.map((input) => el('label', { class: 'ds-button' }, input, t(`explore.panes.${input.value}`)))));
  return {
    element,
    /** @param {string} chosen */
    update: (chosen) => inputs.forEach((input) => { input.checked = input.value === chosen; }),
  };
}
