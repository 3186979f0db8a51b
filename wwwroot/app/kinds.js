// The kinds of nodes: which colour token is theirs, and which shape, so that they can be told apart without colour.
import { el, svg } from './dom.js';
import { t } from './texts.js';

/** `shape` is Cytoscape's name for it; `path` the same shape in a box of 16 by 16. */
export const kinds = /** @type {const} */ ({
  Plan: { token: 'plan', shape: 'round-rectangle', path: 'M3 3.5h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2z' },
  Goal: { token: 'goal', shape: 'ellipse', path: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13z' },
  Strategy: { token: 'strategy', shape: 'hexagon', path: 'M4.5 2h7L15 8l-3.5 6h-7L1 8z' },
  Measure: { token: 'measure', shape: 'pentagon', path: 'M8 1l7 5.2L12.3 14.5H3.7L1 6.2z' },
  Challenge: { token: 'challenge', shape: 'triangle', path: 'M8 1.5 15 14H1z' },
  GoalConflict: { token: 'goal-conflict', shape: 'diamond', path: 'M8 .5 15.5 8 8 15.5.5 8z' },
  Decision: { token: 'decision', shape: 'octagon', path: 'M5.2 1.2h5.6l4 4v5.6l-4 4H5.2l-4-4V5.2z' },
  Sdg: { token: 'sdg', shape: 'star', path: 'm8 .8 2.1 4.7 5.1.5-3.9 3.4 1.2 5.1L8 11.8l-4.5 2.7 1.2-5.1L.8 6l5.1-.5z' },
  Sector: { token: 'sector', shape: 'rectangle', path: 'M2 2h12v12H2z' },
  Place: { token: 'place', shape: 'vee', path: 'M1 2l7 4 7-4-7 13z' },
  Knowledge: { token: 'knowledge', shape: 'rhomboid', path: 'M1 3.5h10L15 12.5H5z' },
  Input: { token: 'input', shape: 'tag', path: 'M1 3h9.5L15 8l-4.5 5H1z' },
  Finding: { token: 'finding', shape: 'concave-hexagon', path: 'M2 1.5h12L11.5 8 14 14.5H2L4.5 8z' },
});

/** @typedef {keyof typeof kinds} Kind */

export const kindNames = /** @type {Kind[]} */ (Object.keys(kinds));

/** The shape in its colour, as in legends, lists and tables. A word must stand beside it. @param {Kind} kind */
export function kindIcon(kind) {
  return svg('svg', { class: 'kind-icon', viewBox: '0 0 16 16', 'aria-hidden': 'true', data: { kind } },
    svg('path', { d: kinds[kind].path }));
}

/** The shape and the word. @param {Kind} kind */
export function kindLabel(kind) {
  return el('span', { class: 'kind' }, kindIcon(kind), t(`kind.${kind}`));
}
