import { el } from '../dom.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';

/** @param {import('./actions.js').Actions} actions @param {import('./session.js').Session} session */
export function closeButton(actions, session) {
  return el('button', { type: 'button', class: 'ds-button', 'aria-label': t('explore.details.close'), data: { variant: 'tertiary', icon: true }, on: { click: () => { if (session.view.path) actions.leavePath(); session.set({ details: false, relation: null }); } } }, icon('close'));
}

/** @param {string} title @param {Node} content */
export function section(title, content) {
  return el('section', { class: 'explore-details__section' }, el('h3', {}, title), content);
}
