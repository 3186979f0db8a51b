/** @typedef {import('./placement.js').Point} Point */
/** @typedef {import('./placement.js').Box} Box */

const gap = { x: 30, y: 34 };

/**
 * Lines up each rank by the tops of its nodes, and breaks ranks that are wider than the picture can show into rows of their own, in the order
 * they had. Ranks that fit keep their places sideways.
 * @param {Readonly<Record<string, Point>>} places nodes of one rank have the middle of their room at the same height
 * @param {ReadonlyMap<string, Box>} boxes @param {number} [widest] so wide may a rank be
 * @returns {Record<string, Point>}
 */
export function wrapRanks(places, boxes, widest = 1700) {
  const ranks = ranksOf(places, boxes, (box) => (box.top + box.bottom) / 2);
  const middle = median(ranks.map((rank) => (rank.left + rank.right) / 2));
  /** @type {Record<string, Point>} */
  const result = {};
  let y = ranks[0]?.top ?? 0;
  for (const rank of ranks) {
    for (const row of rank.width <= widest ? [rank.ids] : rows(rank.ids, boxes, widest)) {
      const height = Math.max(...row.map((id) => roomOf(boxes, id).bottom - roomOf(boxes, id).top));
      const width = row.reduce((sum, id) => sum + roomOf(boxes, id).right - roomOf(boxes, id).left + gap.x, -gap.x);
      let x = middle - width / 2;
      for (const id of row) {
        const box = roomOf(boxes, id);
        result[id] = { x: Math.round(rank.width <= widest ? places[id].x : x - box.left), y: Math.round(y - box.top) };
        x += box.right - box.left + gap.x;
      }
      y += height + gap.y;
    }
    y += gap.y;
  }
  return result;
}

/**
 * Moves each node sideways to stand over the middle of what hangs under it, as far as its neighbours in the rank leave room. The order is kept.
 * @param {Readonly<Record<string, Point>>} places nodes of one rank have their tops at the same height @param {ReadonlyMap<string, Box>} boxes
 * @param {readonly { from: string, to: string }[]} relations from the higher to the lower
 * @returns {Record<string, Point>}
 */
export function balance(places, boxes, relations) {
  /** @type {Map<string, string[]>} */
  const below = new Map();
  for (const { from, to } of relations) if (places[from]?.y < places[to]?.y) below.set(from, [...(below.get(from) ?? []), to]);
  const result = { ...places };
  for (const { ids } of ranksOf(places, boxes, (box) => box.top).reverse()) {
    const wanted = ids.map((id) => ({ x: mean((below.get(id) ?? [id]).map((child) => result[child].x)), weight: below.get(id)?.length ?? 0.1 }));
    for (const [i, x] of keepApart(wanted, ids.map((id) => roomOf(boxes, id))).entries()) result[ids[i]] = { x, y: result[ids[i]].y };
  }
  return result;
}

/**
 * The places nearest to the wanted ones (least squares) that keep order and distance: isotonic regression by pooling neighbours.
 * @param {readonly { x: number, weight: number }[]} wanted @param {readonly Box[]} boxes
 */
function keepApart(wanted, boxes) {
  let offset = 0;
  const offsets = boxes.map((box, i) => (offset += i === 0 ? 0 : boxes[i - 1].right - box.left + gap.x));
  /** @type {{ sum: number, weight: number, count: number }[]} */
  const pools = [];
  for (const [i, { x, weight }] of wanted.entries()) {
    let pool = { sum: (x - offsets[i]) * weight, weight, count: 1 };
    for (let last = pools.at(-1); last && last.sum / last.weight > pool.sum / pool.weight; last = pools.at(-1)) {
      pool = { sum: pool.sum + last.sum, weight: pool.weight + last.weight, count: pool.count + last.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ sum, weight, count }) => Array.from({ length: count }, () => sum / weight)).map((x, i) => Math.round(x + offsets[i]));
}

/** @param {readonly number[]} numbers */
function mean(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length;
}

/** @param {Readonly<Record<string, Point>>} places @param {ReadonlyMap<string, Box>} boxes @param {(box: Box) => number} line what nodes of one rank have at the same height */
function ranksOf(places, boxes, line) {
  const height = (/** @type {string} */ id) => places[id].y + line(roomOf(boxes, id));
  const ids = Object.keys(places).sort((a, b) => height(a) - height(b) || places[a].x - places[b].x);
  /** @type {string[][]} */
  const ranks = [];
  for (const id of ids) {
    const last = ranks.at(-1);
    if (last && height(id) - height(last[0]) < 12) last.push(id);
    else ranks.push([id]);
  }
  return ranks.map((rank) => {
    const left = Math.min(...rank.map((id) => places[id].x + roomOf(boxes, id).left));
    const right = Math.max(...rank.map((id) => places[id].x + roomOf(boxes, id).right));
    const top = Math.min(...rank.map((id) => places[id].y + roomOf(boxes, id).top));
    return { ids: rank.sort((a, b) => places[a].x - places[b].x), left, right, width: right - left, top };
  });
}

/** @param {readonly string[]} ids @param {ReadonlyMap<string, Box>} boxes @param {number} widest */
function rows(ids, boxes, widest) {
  const total = ids.reduce((sum, id) => sum + roomOf(boxes, id).right - roomOf(boxes, id).left + gap.x, 0);
  const count = Math.ceil(total / widest);
  const each = Math.ceil(ids.length / count);
  return Array.from({ length: Math.ceil(ids.length / each) }, (_, i) => ids.slice(i * each, (i + 1) * each));
}

/** @param {ReadonlyMap<string, Box>} boxes @param {string} id */
function roomOf(boxes, id) {
  return boxes.get(id) ?? { left: -20, right: 20, top: -20, bottom: 20 };
}

/** @param {number[]} numbers */
function median(numbers) {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}
