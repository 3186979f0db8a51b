// Finds room for new nodes. Nodes that stand on the sheet are never moved; new ones take the free places around.

/** @typedef {{ x: number, y: number }} Point */
/** Room around a point. @typedef {{ left: number, right: number, top: number, bottom: number }} Box */
/** @typedef {{ point: Point, box: Box }} Taken */
/** A relation that is drawn. @typedef {{ from: Point, to: Point }} Line */

const gap = 14;
const step = Math.PI / 30;
const firstRing = { x: 180, y: 165 };
/** Labels hang under the shapes, so the rings hang a little lower than their middle. */
const hang = 16;
const ringDistance = { x: 150, y: 125 };
/** A ring a little wider is better than a second ring, when it has room for all. */
const firstRings = [0, 0.2, 0.4, 0.6];
/** Further out than this, a line that runs behind another node is better than a longer one. */
const clearRings = 3;
/** Within this much of the outward direction there is room enough not to go back over what stands there. */
const fan = 1.9;

/** @param {Point} a @param {Box} boxA @param {Point} b @param {Box} boxB */
export function overlap(a, boxA, b, boxB) {
  return a.x + boxA.left < b.x + boxB.right && b.x + boxB.left < a.x + boxA.right
    && a.y + boxA.top < b.y + boxB.bottom && b.y + boxB.top < a.y + boxA.bottom;
}

/**
 * Places nodes in rings around a point, in the order given, as evenly as what is free allows.
 * @param {readonly { id: string, box: Box }[]} fresh
 * @param {Point} around
 * @param {readonly Taken[]} taken everything on the sheet, the node in the middle too
 * @param {{ center?: boolean, lines?: readonly Line[] }} [options] center: the first may take the middle itself; lines: nobody stands in the way of these
 * @returns {Record<string, Point>}
 */
export function place(fresh, around, taken, { center = false, lines = [] } = {}) {
  /** @type {Record<string, Point>} */
  const places = {};
  const occupied = [...taken];
  let rest = [...fresh];
  if (center && rest.length > 0 && isFree(around, rest[0].box, occupied)) {
    places[rest[0].id] = { ...around };
    occupied.push({ point: places[rest[0].id], box: rest[0].box });
    rest = rest.slice(1);
  }
  if (rest.length === 0) return places;
  const away = outward(around, taken);
  const roomy = firstRings.find((ring) => freeSlots(rest, around, ring, away, occupied, lines).length >= rest.length) ?? 0;
  for (let ring = roomy; rest.length > 0; ring++) {
    const slots = spread(freeSlots(rest, around, ring, away, occupied, lines), rest.length, away !== undefined);
    for (const [i, { point }] of slots.entries()) {
      places[rest[i].id] = point;
      occupied.push({ point, box: rest[i].box });
    }
    rest = rest.slice(slots.length);
  }
  return places;
}

/** The direction away from what stands near, where new nodes go first; undefined when nothing does. @param {Point} around @param {readonly Taken[]} taken */
function outward(around, taken) {
  const near = taken.filter(({ point }) => point.x !== around.x || point.y !== around.y)
    .map(({ point }) => ({ x: point.x - around.x, y: point.y - around.y }))
    .filter(({ x, y }) => Math.hypot(x, y) < 4 * firstRing.x);
  if (near.length === 0) return undefined;
  const pull = near.reduce((sum, { x, y }) => {
    const weight = 1 / Math.max(1, x * x + y * y);
    return { x: sum.x + x * weight, y: sum.y + y * weight };
  }, { x: 0, y: 0 });
  return Math.atan2(-pull.y, -pull.x);
}

/**
 * Walks one ring from the outward direction to both sides and takes every place that is free.
 * @param {readonly { box: Box }[]} rest @param {Point} around @param {number} ring @param {number | undefined} away @param {readonly Taken[]} occupied @param {readonly Line[]} lines
 * @returns {{ point: Point, order: number }[]} clockwise
 */
function freeSlots(rest, around, ring, away, occupied, lines) {
  const box = rest.map((one) => one.box).reduce(larger);
  const start = away ?? -Math.PI / 2;
  const found = [...occupied];
  /** @type {{ point: Point, order: number }[]} */
  const slots = [];
  for (let turn = 0; turn <= Math.PI + step / 2; turn += step) {
    for (const order of turn === 0 || turn > Math.PI - step / 2 ? [turn] : [turn, -turn]) {
      const point = onRing(around, ring, start + order);
      if (!isFree(point, box, found) || (ring < clearRings && (isBehind(around, point, occupied) || lines.some((line) => isNear(point, line))))) continue;
      slots.push({ point, order });
      found.push({ point, box });
    }
  }
  return slots.sort((a, b) => a.order - b.order);
}

/** @param {Point} around @param {number} ring @param {number} angle @returns {Point} */
function onRing(around, ring, angle) {
  return {
    x: Math.round(around.x + Math.cos(angle) * (firstRing.x + ring * ringDistance.x)),
    y: Math.round(around.y + hang + Math.sin(angle) * (firstRing.y + ring * ringDistance.y)),
  };
}

/**
 * As many as are needed, evenly: outwards where that is enough, else all round.
 * @param {readonly { point: Point, order: number }[]} slots @param {number} count @param {boolean} outwards
 */
function spread(slots, count, outwards) {
  const ahead = outwards ? slots.filter(({ order }) => Math.abs(order) <= fan) : [];
  const chosen = ahead.length >= count ? ahead : slots;
  if (chosen.length <= count) return chosen;
  return Array.from({ length: count }, (_, i) => chosen[Math.floor(((i + 0.5) * chosen.length) / count)]);
}

/** @param {Box} a @param {Box} b @returns {Box} */
function larger(a, b) {
  return { left: Math.min(a.left, b.left), right: Math.max(a.right, b.right), top: Math.min(a.top, b.top), bottom: Math.max(a.bottom, b.bottom) };
}

/** @param {Point} point @param {Box} box @param {readonly Taken[]} occupied */
function isFree(point, box, occupied) {
  const roomy = { left: box.left - gap, right: box.right + gap, top: box.top - gap, bottom: box.bottom + gap };
  return occupied.every((other) => !overlap(point, roomy, other.point, other.box));
}

/** Whether the line to the middle would run through another node's shape. @param {Point} from @param {Point} to @param {readonly Taken[]} occupied */
function isBehind(from, to, occupied) {
  return occupied.some(({ point }) => isNear(point, { from, to }));
}

/** Whether a point lies in the way of a line, its ends aside. @param {Point} point @param {Line} line */
function isNear(point, { from, to }) {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  const along = ((point.x - from.x) * (to.x - from.x) + (point.y - from.y) * (to.y - from.y)) / length;
  if (!(along > 30 && along < length - 30)) return false;
  return Math.abs((point.x - from.x) * (to.y - from.y) - (point.y - from.y) * (to.x - from.x)) / length < 28;
}
