import { el } from '../dom.js';
import { t } from '../texts.js';
import { icon } from './icons.js';

/** A message with something to press, or about a failure, stays until it is closed; others have this long. */
const shownMilliseconds = 8000;

/**
 * @typedef {object} ToastOptions
 * @property {'success' | 'info' | 'warning' | 'danger'} [color]
 * @property {{ text: string, act: () => void }} [action] such as undo
 */

/** Short messages in the corner about what just happened. */
export function createToasts() {
  const element = el('div', { class: 'toasts', role: 'status', 'aria-live': 'polite' });

  /** @param {string} sentence @param {ToastOptions} [options] */
  function show(sentence, { color = 'success', action } = {}) {
    const close = () => toast.remove();
    const act = action && el('button', { class: 'ds-button', type: 'button', data: { variant: 'tertiary' }, on: { click: () => { close(); action.act(); } } }, action.text);
    const toast = el('div', { class: 'toast', data: { color } },
      icon(color === 'success' ? 'check' : color === 'info' ? 'information' : 'warning'),
      el('p', {}, sentence), act,
      el('button', { class: 'ds-button', type: 'button', 'aria-label': t('shell.close'), data: { variant: 'tertiary', icon: true }, on: { click: close } }, icon('close')));
    element.append(toast);
    if (!action && color !== 'danger') closeWhenRead(toast, close);
  }

  return { element, show };
}

/** The clock stands still while somebody points at the message or has focus in it. @param {HTMLElement} toast @param {() => void} close */
function closeWhenRead(toast, close) {
  let timer = setTimeout(close, shownMilliseconds);
  const hold = () => clearTimeout(timer);
  const resume = () => { timer = setTimeout(close, shownMilliseconds); };
  for (const name of ['pointerenter', 'focusin']) toast.addEventListener(name, hold);
  for (const name of ['pointerleave', 'focusout']) toast.addEventListener(name, resume);
}
