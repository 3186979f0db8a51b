import { boxOf } from './labels.js';
import { overlap, place } from './placement.js';

/** @typedef {import('./placement.js').Point} Point */

const stride = { x: 215, y: 0 };

/**
 * Lays the nodes of a way out in a line between its ends. What stands on the sheet stays.
 * @param {readonly { id: string, title: string, level?: string }[]} nodes from one end to the other
 * @param {import('./explore-logic.js').View} view @param {readonly import('./placement.js').Taken[]} taken @param {Point} middle where the line goes when neither end is on the sheet
 * @returns {Record<string, Point>} the nodes that were not there
 */
export function layRoute(nodes, view, taken, middle) {
  const last = nodes.length - 1;
  const length = { x: stride.x * last, y: stride.y * last };
  const from = view.nodes[nodes[0].id];
  const to = view.nodes[nodes[last].id];
  const start = from ?? (to ? minus(to, length) : minus(middle, { x: length.x / 2, y: length.y / 2 }));
  const end = to ?? plus(start, length);
  /** @type {Record<string, Point>} */
  const places = {};
  const occupied = [...taken];
  for (const [i, node] of nodes.entries()) {
    if (view.nodes[node.id]) continue;
    const wanted = { x: Math.round(start.x + ((end.x - start.x) * i) / last), y: Math.round(start.y + ((end.y - start.y) * i) / last) };
    const box = boxOf(node);
    const free = occupied.every((other) => !overlap(wanted, box, other.point, other.box));
    const point = free ? wanted : place([{ id: node.id, box }], wanted, occupied, { center: true })[node.id];
    places[node.id] = point;
    occupied.push({ point, box });
  }
  return places;
}

/** @param {Point} a @param {Point} b */
function plus(a, b) {
  return { x: a.x + b.x, y: a.y + b.y };
}

/** @param {Point} a @param {Point} b */
function minus(a, b) {
  return { x: a.x - b.x, y: a.y - b.y };
}
