// The types of relations: the line tells them apart, the colour only which family they are of.
import { el, svg } from './dom.js';
import { t } from './texts.js';

/**
 * `dash` is the pattern of the line in pixels (empty: unbroken); `arrow` is Cytoscape's name for the head.
 * No two types have the same family, dash and arrow.
 */
export const relations = /** @type {const} */ ({
  PART_OF: { family: 'structure', dash: [], arrow: 'triangle', width: 2 },
  ANCHORED_IN: { family: 'anchoring', dash: [], arrow: 'triangle', width: 3 },
  STATES: { family: 'structure', dash: [], arrow: 'circle', width: 1.5 },
  SUBGOAL_OF: { family: 'structure', dash: [], arrow: 'vee', width: 1.5 },
  SUPPORTS: { family: 'support', dash: [8, 4], arrow: 'triangle', width: 2 },
  RESPONDS_TO: { family: 'support', dash: [8, 4], arrow: 'tee', width: 2 },
  AFFECTS: { family: 'tension', dash: [3, 3], arrow: 'triangle', width: 2 },
  CONFLICT_SIDE: { family: 'tension', dash: [], arrow: 'diamond', width: 2.5 },
  SETTLES: { family: 'tension', dash: [8, 4], arrow: 'square', width: 2 },
  REPLACES: { family: 'structure', dash: [10, 3, 2, 3], arrow: 'triangle', width: 1.5 },
  OVERLAPS: { family: 'tension', dash: [10, 3, 2, 3], arrow: 'none', width: 2.5 },
  CONTRIBUTES_TO: { family: 'support', dash: [2, 4], arrow: 'vee', width: 1.5 },
  OWNED_BY: { family: 'context', dash: [2, 4], arrow: 'circle', width: 1.5 },
  APPLIES_TO: { family: 'context', dash: [2, 4], arrow: 'square', width: 1.5 },
  BASED_ON: { family: 'context', dash: [6, 3], arrow: 'vee', width: 1.5 },
  ABOUT: { family: 'context', dash: [2, 4], arrow: 'none', width: 1.5 },
});

/** @typedef {keyof typeof relations} RelationType */

export const relationNames = /** @type {RelationType[]} */ (Object.keys(relations));

const heads = {
  none: '', triangle: 'M32 2l8 4-8 4z', vee: 'M31 2l9 4-9 4 3-4z', circle: 'M34 3a3 3 0 1 1 0 6 3 3 0 0 1 0-6z',
  tee: 'M37 1h2v10h-2z', diamond: 'M30 6l5-4 5 4-5 4z', square: 'M33 3h6v6h-6z',
};

/** A piece of the line, as in a legend. A word must stand beside it. @param {RelationType} type */
export function relationLine(type) {
  const { family, dash, arrow, width } = relations[type];
  const color = `var(--pg-relation-${family})`;
  return svg('svg', { class: 'relation-line', viewBox: '0 0 40 12', 'aria-hidden': 'true' },
    svg('path', { d: `M0 6h${arrow === 'none' ? 40 : 34}`, stroke: color, 'stroke-width': width, 'stroke-dasharray': dash.join(' ') || 'none', fill: 'none' }),
    heads[arrow] && svg('path', { d: heads[arrow], fill: color }));
}

/** The line and the word. @param {RelationType} type */
export function relationLabel(type) {
  return el('span', { class: 'kind' }, relationLine(type), t(`relation.${type}`));
}
