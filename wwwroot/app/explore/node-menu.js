// The menu of one node, at the node: right button, Shift+F10, or the button in the details.
import { el, mount } from '../dom.js';
import { kindIcon } from '../kinds.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { expandMenu } from './expand-menu.js';

/** @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions @param {HTMLElement} stage */
export function createNodeMenu(session, actions, stage) {
  const element = el('div', { class: 'explore-menu', role: 'dialog', hidden: true, on: { keydown: onKey, focusout: onLeave } });
  let back = /** @type {HTMLElement | null} */ (null);

  /** @param {string} id @param {{ x: number, y: number }} at in the stage */
  function open(id, at) {
    const node = session.graph.nodes.get(id);
    if (!node) return;
    back = /** @type {HTMLElement | null} */ (document.activeElement);
    element.setAttribute('aria-label', t('explore.menu.label', { title: node.title }));
    const item = (/** @type {import('../shell/icons.js').IconName} */ name, /** @type {string} */ text, /** @type {() => void} */ act) =>
      el('button', { type: 'button', class: 'explore-menu__item', on: { click: () => { close(); act(); } } }, icon(name), text);
    mount(element, el('p', { class: 'explore-menu__title' }, kindIcon(node.kind), node.title), expandMenu(id, session, actions, close),
      el('div', { class: 'explore-menu__items' },
        item('information', t('explore.menu.details'), () => actions.select(id)),
        item('focus', t(session.view.focus === id ? 'explore.focus.leave' : 'explore.focus.enter'), () => actions.focus(id)),
        otherSelected(id) && item('path', t('explore.path.with', { title: otherSelected(id)?.title }), () => actions.connect(/** @type {any} */ (otherSelected(id)).id, id)),
        item('close', t('explore.remove'), () => actions.removeNodes([id]))));
    element.hidden = false;
    position(at);
    /** @type {HTMLElement | null} */ (element.querySelector('button:not([disabled])'))?.focus();
  }

  /** @param {string} id */
  function otherSelected(id) {
    const other = session.view.selection.at(-1);
    return other && other !== id ? session.graph.nodes.get(other) : undefined;
  }

  /** @param {{ x: number, y: number }} at */
  function position({ x, y }) {
    const room = stage.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    element.style.left = `${Math.max(8, Math.min(x + 18, room.width - own.width - 8))}px`;
    element.style.top = `${Math.max(8, Math.min(y - 20, room.height - own.height - 8))}px`;
  }

  function close() {
    if (element.hidden) return;
    const inside = element.contains(document.activeElement);
    element.hidden = true;
    if (inside) back?.focus();
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    const buttons = /** @type {HTMLElement[]} */ ([...element.querySelectorAll('button:not([disabled])')]);
    const at = buttons.indexOf(/** @type {HTMLElement} */ (document.activeElement));
    if (event.key === 'Escape') close();
    else if (event.key === 'ArrowDown') buttons[(at + 1) % buttons.length]?.focus();
    else if (event.key === 'ArrowUp') buttons[(at - 1 + buttons.length) % buttons.length]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {FocusEvent} event */
  function onLeave(event) {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) element.hidden = true;
  }

  return { element, open, close };
}
