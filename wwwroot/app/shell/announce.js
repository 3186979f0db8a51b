import { el } from '../dom.js';

/** A live region: what is put there is read aloud by screen readers and seen by nobody. */
export function createAnnouncer() {
  const element = el('div', { class: 'ds-sr-only', role: 'status', 'aria-live': 'polite' });
  return {
    element,
    /** The same sentence twice is said twice: a new element makes it a change. @param {string} sentence */
    announce(sentence) {
      element.replaceChildren(el('p', {}, sentence));
    },
  };
}
