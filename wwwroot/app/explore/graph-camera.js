// Where the picture is looked at from: fitting, keeping in sight, gliding. Knows a Cytoscape core when it is given one.
import { boxOf } from './labels.js';

/** @typedef {import('./filters.js').NodeSummary} NodeSummary */
/** @typedef {import('./graph-view.js').Picture} Picture */
/** @typedef {{ x: number, y: number }} Point */

const still = matchMedia('(prefers-reduced-motion: reduce)');
/** How long a glide takes; none for those who have asked for less motion. */
export const duration = () => (still.matches ? 0 : 320);

/** @param {any} cy @param {readonly NodeSummary[]} nodes @param {Picture['places']} places @param {readonly string[]} ids @param {number} covered */
export function bringIntoSight(cy, nodes, places, ids, covered) {
  if (!ids.every((id) => inSight(cy, places[id], covered))) fitTo(cy, nodes, places, true, covered);
}

/** @param {any} cy @param {Point} at @param {number} covered */
function inSight(cy, { x, y }, covered) {
  const { x1, x2, y1, y2 } = cy.extent();
  return x > x1 + 40 + covered / cy.zoom() && x < x2 - 40 && y > y1 + 20 && y < y2 - 60;
}

/** What was all in sight stays so when the room changes; else nothing moves. @param {any} cy @param {Picture | undefined} picture @param {number} covered */
export function resize(cy, picture, covered) {
  const all = () => (picture?.nodes ?? []).every(({ id }) => inSight(cy, /** @type {Picture} */ (picture).places[id], covered));
  const before = all();
  cy.resize();
  if (picture && before && !all()) fitTo(cy, picture.nodes, picture.places, true, covered);
}

/** @param {any} cy @param {readonly NodeSummary[]} nodes @param {Picture['places']} places @param {boolean} glide @param {number} covered */
export function fitTo(cy, nodes, places, glide, covered) {
  if (nodes.length === 0) return;
  const boxes = nodes.map((node) => ({ at: places[node.id], box: boxOf(node) }));
  const left = Math.min(...boxes.map(({ at, box }) => at.x + box.left));
  const right = Math.max(...boxes.map(({ at, box }) => at.x + box.right));
  const top = Math.min(...boxes.map(({ at, box }) => at.y + box.top));
  const bottom = Math.max(...boxes.map(({ at, box }) => at.y + box.bottom));
  const inset = covered < cy.width() / 2 ? covered : 0;
  const padding = Math.min(40, cy.width() / 12);
  const room = { x: cy.width() - inset - 2 * padding, y: cy.height() - 2 * padding };
  const zoom = Math.max(cy.minZoom(), Math.min(1.1, room.x / (right - left), room.y / (bottom - top)));
  const pan = { x: inset + padding + room.x / 2 - ((left + right) / 2) * zoom, y: cy.height() / 2 - ((top + bottom) / 2) * zoom };
  if (glide) animate(cy, { zoom, pan });
  else cy.viewport({ zoom, pan });
}

/** @param {any} cy @param {string} id */
export function reveal(cy, id) {
  const node = cy.getElementById(id);
  if (node.empty()) return;
  const { x, y } = node.renderedPosition();
  const margin = Math.min(90, cy.width() / 5);
  const by = { x: Math.max(margin - x, 0) + Math.min(cy.width() - margin - x, 0), y: Math.max(60 - y, 0) + Math.min(cy.height() - 100 - y, 0) };
  if (by.x || by.y) animate(cy, { panBy: by });
}

/** @param {any} cy @param {Record<string, any>} change */
export function animate(cy, change) {
  cy.stop(true);
  cy.animate(change, { duration: duration(), easing: 'ease-out' });
}
