import { el } from '../dom.js';

/**
 * A button with a small panel. Escape and a click elsewhere fold it in; Escape gives the button focus again.
 * @param {{ button: HTMLButtonElement, content: () => (import('../dom.js').Child)[], name: string, align?: 'start' | 'end' }} options
 */
export function createPopover({ button, content, name, align = 'start' }) {
  const panel = el('div', { class: `explore-popover explore-popover--${align}`, role: 'group', 'aria-label': name, hidden: true });
  const element = el('div', { class: 'explore-popover__box', on: { keydown: onKey, focusout: onLeave } }, button, panel);
  button.setAttribute('aria-expanded', 'false');
  button.addEventListener('click', () => (panel.hidden ? open() : close()));
  document.addEventListener('pointerdown', outside);

  function open() {
    panel.replaceChildren(...content().filter((child) => child instanceof Node).map((child) => /** @type {Node} */ (child)));
    panel.hidden = false;
    button.setAttribute('aria-expanded', 'true');
  }

  function close() {
    panel.hidden = true;
    button.setAttribute('aria-expanded', 'false');
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== 'Escape' || panel.hidden) return;
    event.stopPropagation();
    close();
    button.focus();
  }

  /** @param {FocusEvent} event */
  function onLeave(event) {
    if (event.relatedTarget instanceof Node && !element.contains(event.relatedTarget)) close();
  }

  /** @param {PointerEvent} event */
  function outside(event) {
    if (!element.isConnected) document.removeEventListener('pointerdown', outside);
    else if (!element.contains(/** @type {Node} */ (event.target))) close();
  }

  return { element, close };
}
