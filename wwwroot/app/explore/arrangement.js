// Arranges everything on the sheet at once, when asked to: by force, or by rank from the whole down to the parts.
import { balance, wrapRanks } from './ranks.js';

/** @typedef {{ x: number, y: number }} Point */
/**
 * @typedef {object} Sheet
 * @property {readonly { id: string, x: number, y: number, box: import('./placement.js').Box }[]} nodes
 * @property {readonly { from: string, to: string, type: string }[]} relations
 */

/** More nodes than this take too long to arrange in the page. */
export const most = 600;

/** Relations that lead from the lower to the higher. The others lead downwards. */
const upwards = new Set(['PART_OF', 'ANCHORED_IN', 'SUBGOAL_OF', 'SUPPORTS', 'RESPONDS_TO', 'CONTRIBUTES_TO', 'CONFLICT_SIDE', 'SETTLES', 'ABOUT', 'OWNED_BY', 'APPLIES_TO']);
/** Relations that make the ranks. The others only place what has none of these. */
const structural = new Set(['PART_OF', 'ANCHORED_IN', 'STATES', 'SUBGOAL_OF', 'SUPPORTS']);

/**
 * @param {any} cytoscape @param {'force' | 'hierarchy'} layout @param {Sheet} sheet
 * @returns {Promise<Record<string, Point>>}
 */
export async function arrange(cytoscape, layout, { nodes, relations }) {
  const cy = cytoscape({
    headless: true, styleEnabled: true,
    style: [{ selector: 'node', style: { width: 'data(width)', height: 'data(height)', shape: 'rectangle' } }],
    elements: [
      ...nodes.map(({ id, x, y, box }) => ({ data: { id, width: box.right - box.left, height: box.bottom - box.top }, position: { x, y: y + shift(box) } })),
      ...(layout === 'hierarchy' ? ranking(relations) : relations).map(({ from, to }, i) => ({ data: { id: `e${i}`, source: from, target: to } })),
    ],
  });
  await run(cy, layout === 'force' ? force(nodes.length) : hierarchy);
  const boxes = new Map(nodes.map(({ id, box }) => [id, box]));
  /** @type {Record<string, Point>} */
  const places = Object.fromEntries(cy.nodes().map((/** @type {any} */ node) => [node.id(), { x: Math.round(node.position('x')), y: Math.round(node.position('y') - shift(/** @type {any} */ (boxes.get(node.id())))) }]));
  cy.destroy();
  return layout === 'force' ? places : balance(wrapRanks(places, boxes), boxes, ranking(relations));
}

/** The relations that decide the ranks, each from the higher to the lower. @param {Sheet['relations']} relations */
export function ranking(relations) {
  const ranked = new Set(relations.filter(({ type }) => structural.has(type)).flatMap(({ from, to }) => [from, to]));
  return relations.filter(({ from, to, type }) => structural.has(type) || !ranked.has(from) || !ranked.has(to))
    .map(({ from, to, type }) => (upwards.has(type) ? { from: to, to: from, type } : { from, to, type }));
}

/** How far the middle of the room is below the middle of the shape. @param {import('./placement.js').Box} box */
function shift(box) {
  return (box.bottom + box.top) / 2;
}

/** @param {number} count */
function force(count) {
  return {
    name: 'fcose', quality: count > 250 ? 'default' : 'proof', animate: false, randomize: true, fit: false, nodeSeparation: 75, idealEdgeLength: 80, nodeRepulsion: 6000,
    packComponents: false, tile: true, tilingPaddingHorizontal: 24, tilingPaddingVertical: 24, gravity: 0.5,
  };
}

const hierarchy = { name: 'dagre', rankDir: 'TB', nodeSep: 28, rankSep: 70, edgeSep: 12, animate: false, fit: false };

/** @param {any} cy @param {Record<string, unknown>} options */
function run(cy, options) {
  return /** @type {Promise<void>} */ (new Promise((resolve) => {
    const layout = cy.layout(options);
    layout.one('layoutstop', () => resolve());
    layout.run();
  }));
}
