// What a page shows when it has nothing of its own to show.
import { el } from '../dom.js';
import { t } from '../texts.js';

/** While something is fetched. It is invisible for the first moment, so that a quick answer does not flicker. */
export function waiting() {
  return el('div', { class: 'waiting', role: 'status' }, el('span', { class: 'spinner', 'aria-hidden': 'true' }), el('span', {}, t('shell.waiting')));
}

export function missingPage() {
  return notice(t('shell.missing.title'), t('shell.missing.text'), el('a', { class: 'ds-button', href: '/' }, t('shell.missing.home')));
}

/** @param {string} sentence @param {() => void} again */
export function failurePage(sentence, again) {
  return notice(t('shell.failure.title'), sentence,
    el('button', { class: 'ds-button', type: 'button', on: { click: again } }, t('shell.failure.again')));
}

/**
 * An empty list: says why it is empty and what to do about it.
 * @param {string} title @param {string} text @param {...import('../dom.js').Child} actions
 */
export function emptyState(title, text, ...actions) {
  return el('div', { class: 'empty' }, el('h2', {}, title), el('p', {}, text),
    actions.length > 0 && el('div', { class: 'actions' }, actions));
}

/** @param {string} title @param {string} text @param {...import('../dom.js').Child} actions */
function notice(title, text, ...actions) {
  return el('section', { class: 'page page--narrow' },
    el('div', { class: 'section' }, el('h1', {}, title), el('p', { class: 'lead' }, text)),
    el('div', { class: 'actions' }, actions));
}
