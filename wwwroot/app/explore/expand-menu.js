// What can be brought in from a node, counted by relation and direction, and taken back again.
import { el } from '../dom.js';
import { relationLine } from '../relations.js';
import { t } from '../texts.js';
import { cap, groupsOf } from './expansion.js';
import { isExpanded } from './explore-logic.js';
import { relationWord } from './words.js';

/**
 * @param {string} id @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions @param {() => void} [done] called when something is chosen
 */
export function expandMenu(id, session, actions, done = () => {}) {
  const groups = groupsOf(id, session.view, session.graph);
  const hidden = groups.reduce((sum, group) => sum + group.hidden, 0);
  const choose = (/** @type {import('./expansion.js').Direction | null} */ direction) => () => {
    done();
    actions.expand(id, direction);
  };
  return el('div', { class: 'explore-expand' },
    groups.length === 0 && el('p', { class: 'muted small' }, t('explore.expand.none')),
    el('ul', { class: 'explore-expand__list' }, groups.map((group) => el('li', {},
      el('button', { type: 'button', class: 'explore-expand__item', disabled: group.hidden === 0, on: { click: choose(group) } },
        relationLine(group.type), el('span', {}, relationWord(group.type, group.outgoing)), ' ',
        el('span', { class: 'explore-expand__count' }, groupCount(group)))))),
    el('div', { class: 'explore-expand__foot' },
      hidden > 0 && groups.length > 1 && el('button', { type: 'button', class: 'ds-button', data: { variant: 'secondary' }, on: { click: choose(null) } },
        hidden > cap ? t('explore.expand.first', { count: cap }) : t('explore.expand.all', { count: hidden })),
      isExpanded(session.view, id) && el('button', { type: 'button', class: 'ds-button', data: { variant: 'tertiary' }, on: { click: () => { done(); actions.collapse(id); } } },
        t('explore.collapse'))));
}

/** (3), all shown, or how many of them are left. @param {import('./expansion.js').Group} group */
function groupCount({ total, hidden }) {
  if (hidden === 0) return t('explore.expand.shown', { count: total });
  if (hidden === total) return `(${total})`;
  return hidden > cap ? t('explore.expand.more', { count: cap, left: hidden }) : t('explore.expand.rest', { count: hidden });
}
