// A form field with its label.
import { el } from './dom.js';

/**
 * @param {string} id of the input that the label is for
 * @param {string} label
 * @param {...(import('./dom.js').Child | import('./dom.js').Child[])} content the input, and what stands below it
 */
export function field(id, label, ...content) {
  return el('div', { class: 'ds-field' }, el('label', { class: 'ds-label', for: id }, label), ...content);
}
