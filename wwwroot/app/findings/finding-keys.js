// Keys of one letter for the pages of findings. They are off while one types and in dialogs, and can be turned off for good (WCAG 2.1, 2.1.4).
import { el } from '../dom.js';
import { t } from '../texts.js';
import { deedOf, keys } from './findings-logic.js';

const textFields = 'textarea, select, [contenteditable], input:not([type="checkbox"], [type="radio"], [type="button"], [type="submit"])';

/**
 * @param {Partial<Record<import('./findings-logic.js').Deed, () => boolean | void>>} deeds what each key does here; false lets the browser have the key
 * @param {{ signal: AbortSignal, isOff: () => boolean, rows?: () => Element | null }} options
 */
export function listenForKeys(deeds, { signal, isOff, rows = () => null }) {
  document.addEventListener('keydown', (event) => {
    if (isOff()) return;
    const focused = /** @type {Element} */ (event.target instanceof Element ? event.target : document.body);
    const deed = deedOf(event, { typing: focused.matches(textFields), inDialog: document.querySelector('dialog[open]') !== null, inRows: rows()?.contains(focused) ?? false });
    if (!deed || !deeds[deed] || deeds[deed]() === false) return;
    event.preventDefault();
  }, { signal });
}

/** The key that does the same as the button it stands in. @param {string} key @param {boolean} off */
export function keyHint(key, off) {
  return !off && el('kbd', { class: 'key', 'aria-hidden': 'true' }, key);
}

/** The list of all keys, and the switch that turns them off. @param {{ off: boolean, turn: (off: boolean) => void, here: readonly string[] }} options here: the deeds that there are keys for on this page */
export function showKeys({ off, turn, here }) {
  const dialog = el('dialog', { class: 'ds-dialog keys', 'aria-labelledby': 'keys-title' },
    el('h2', { id: 'keys-title' }, t('cases.keys.title')),
    el('p', {}, t('cases.keys.lead')),
    el('dl', { class: 'keys__list' }, keys.filter((one) => here.includes(one.does)).flatMap((one) => [
      el('dt', {}, el('kbd', { class: 'key' }, one.key), one.also && [' ', t('cases.keys.or'), ' ', el('kbd', { class: 'key' }, one.also)]),
      el('dd', {}, t(`cases.keys.${one.does}`))])),
    el('label', { class: 'check' }, el('input', { type: 'checkbox', class: 'ds-input', id: 'keys-on', checked: !off, on: { change: (/** @type {any} */ event) => turn(!event.target.checked) } }), t('cases.keys.on')),
    el('form', { method: 'dialog', class: 'actions' }, el('button', { class: 'ds-button', type: 'submit' }, t('shell.close'))));
  dialog.addEventListener('close', () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}
