// Where the arrow keys lead in the picture: along the relations, towards what lies in that direction.

/** @typedef {{ x: number, y: number }} Point */

/** @type {Record<string, Point>} */
export const directions = { ArrowUp: { x: 0, y: -1 }, ArrowDown: { x: 0, y: 1 }, ArrowLeft: { x: -1, y: 0 }, ArrowRight: { x: 1, y: 0 } };

/** Further off than this from the arrow's direction, nothing is reached: cos 70°. */
const widest = 0.34;

/**
 * The neighbour that lies most in a direction; undefined when none does.
 * @param {Point} from @param {Point} direction of length one @param {readonly { id: string, x: number, y: number }[]} neighbours
 */
export function toward(from, direction, neighbours) {
  let best = { id: /** @type {string | undefined} */ (undefined), merit: -Infinity };
  for (const { id, x, y } of neighbours) {
    const distance = Math.hypot(x - from.x, y - from.y);
    const straight = distance === 0 ? 0 : ((x - from.x) * direction.x + (y - from.y) * direction.y) / distance;
    const merit = straight - distance / 4000;
    if (straight >= widest && merit > best.merit) best = { id, merit };
  }
  return best.id;
}

/** Top to bottom in bands, left to right in each: the order in which one would read the sheet. @param {readonly { id: string, x: number, y: number }[]} nodes */
export function readingOrder(nodes, band = 90) {
  return [...nodes].sort((a, b) => Math.floor(a.y / band) - Math.floor(b.y / band) || a.x - b.x || (a.id < b.id ? -1 : 1)).map((node) => node.id);
}
