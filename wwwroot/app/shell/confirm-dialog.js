import { el } from '../dom.js';
import { t } from '../texts.js';

/**
 * Asks before something that cannot be taken lightly. The button says what happens, never "OK".
 * @param {{ title: string, text: string, action: string, danger?: boolean }} question
 * @returns {Promise<boolean>} true only when the person pressed the button
 */
export function confirm({ title, text, action, danger = false }) {
  const { promise, settle } = answer();
  const button = (/** @type {string} */ label, /** @type {string} */ value, /** @type {Record<string, any>} */ data) =>
    el('button', { class: 'ds-button', type: 'submit', value, data }, label);
  const dialog = el('dialog', { class: 'ds-dialog', 'aria-labelledby': 'confirm-title', 'aria-describedby': 'confirm-text' },
    el('h2', { id: 'confirm-title' }, title),
    el('p', { id: 'confirm-text' }, text),
    el('form', { method: 'dialog', class: 'actions' },
      button(action, 'yes', { color: danger && 'danger' }),
      button(t('shell.cancel'), '', { variant: 'secondary' })));
  dialog.addEventListener('close', () => {
    dialog.remove();
    settle(dialog.returnValue === 'yes');
  });
  document.body.append(dialog);
  dialog.showModal();
  return promise;
}

function answer() {
  /** @type {(value: boolean) => void} */
  let settle = () => {};
  const promise = /** @type {Promise<boolean>} */ (new Promise((resolve) => { settle = resolve; }));
  return { promise, settle };
}
