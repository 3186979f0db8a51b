// The kinds of nodes: which colour token is theirs, and which shape, so that they can be told apart without colour.
import { el, svg } from './dom.js';
import { t } from './texts.js';

/** `shape` is Cytoscape's name for it; `path` the same shape in a box of 16 by 16. */
export const kinds = /** @type {const} */ ({
  Plan: { token: 'plan', shape: 'round-rectangle', path: 'M3 3.500h10a2 2 0 0 1 2 2v5a2 2 0 0 1-2 2H3a2 2 0 0 1-2-2v-5a2 2 0 0 1 2-2z' },
  Goal: { token: 'goal', shape: 'ellipse', path: 'M8 1.500a6.500 6.500 0 1 1 0 13 6.500 6.500 0 0 1 0-13z' },
  Strategy: { token: 'strategy', shape: 'hexagon', path: 'M4.500 2h7L15 8l-3.500 6h-7L1 8z' },
  Measure: { token: 'measure', shape: 'pentagon', path: 'M8 1l7 5.200L12.300 14.500H3.700L1 6.200z' },
  Challenge: { token: 'challenge', shape: 'triangle', path: 'M8 1.500 15 14H1z' },
  GoalConflict: { token: 'goal-conflict', shape: 'diamond', path: 'M8 .5 15.500 8 8 15.500.5 8z' },
  Decision: { token: 'decision', shape: 'octagon', path: 'M5.200 1.200h5.600l4 4v5.600l-4 4H5.200l-4-4V5.200z' },
  Sdg: { token: 'sdg', shape: 'star', path: 'm8 .8 2.100 4.700 5.100.5-3.900 3.400 1.200 5.100L8 11.800l-4.500 2.700 1.200-5.100L.8 6l5.100-.5z' },
  Sector: { token: 'sector', shape: 'rectangle', path: 'M2 2h12v12H2z' },
  Place: { token: 'place', shape: 'vee', path: 'M1 2l7 4 7-4-7 13z' },
  Knowledge: { token: 'knowledge', shape: 'rhomboid', path: 'M1 3.500h10L15 12.500H5z' },
  Input: { token: 'input', shape: 'tag', path: 'M1 3h9.500L15 8l-4.500 5H1z' },
  Finding: { token: 'finding', shape: 'concave-hexagon', path: 'M2 1.500h12L11.500 8 14 14.500H2L4.500 8z' },
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
