// Graphs for the tests: small ones by hand, larger ones at random from a seed.

/** @typedef {import('../../../wwwroot/app/explore/filters.js').NodeSummary} NodeSummary */
/** @typedef {import('../../../wwwroot/app/explore/filters.js').RelationSummary} RelationSummary */

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). @param {number} seed */
export function dice(seed) {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** @param {string} id @param {Partial<NodeSummary>} [more] @returns {NodeSummary} */
export function node(id, more = {}) {
  return { id, kind: id.startsWith('goal/') ? 'Goal' : id.startsWith('sector/') ? 'Sector' : 'Plan', title: id.split('/')[1].replaceAll('-', ' '), degree: [], ...more };
}

/** @param {string} from @param {string} to @param {Partial<RelationSummary>} [more] @returns {RelationSummary} */
export function relation(from, to, more = {}) {
  const type = more.type ?? 'PART_OF';
  return { key: `${type}:${from}>${to}`, type, from, to, basis: 'stated', ...more };
}

/** @param {readonly NodeSummary[]} nodes @param {readonly RelationSummary[]} relations */
export function graph(nodes, relations) {
  const counted = nodes.map((one) => ({ ...one, degree: degree(one.id, relations) }));
  return { nodes: new Map(counted.map((one) => [one.id, one])), relations: new Map(relations.map((one) => [one.key, one])) };
}

/** @param {string} id @param {readonly RelationSummary[]} relations */
function degree(id, relations) {
  /** @type {Map<string, { type: string, outgoing: boolean, count: number }>} */
  const counts = new Map();
  for (const { type, from, to } of relations.filter((one) => one.from === id || one.to === id)) {
    const entry = counts.get(`${type} ${from === id}`) ?? { type, outgoing: from === id, count: 0 };
    counts.set(`${type} ${from === id}`, { ...entry, count: entry.count + 1 });
    void to;
  }
  return [...counts.values()];
}

/** @param {number} seed @param {number} [size] */
export function randomGraph(seed, size = 40) {
  const random = dice(seed);
  const pick = (/** @type {readonly any[]} */ from) => from[Math.floor(random() * from.length)];
  const nodes = Array.from({ length: size }, (_, i) => node(`${pick(['plan', 'goal', 'sector'])}/n-${i}`, {
    title: Array.from({ length: 1 + Math.floor(random() * 6) }, () => pick(['klima', 'kommunedelplan', 'for', 'og', 'naturmangfold', 'områderegulering', 'E18'])).join(' '),
    status: pick(['adopted', 'inProgress', undefined]), standing: pick(['current', 'former']), dimension: pick(['social', 'economic', undefined]), sectors: pick([[], ['sector/a'], ['sector/a', 'sector/b']]),
    level: pick(['overarching', 'action', undefined]),
  }));
  const relations = Array.from({ length: size * 2 }, (_, i) => relation(pick(nodes).id, pick(nodes).id, {
    type: pick(['PART_OF', 'SUPPORTS', 'AFFECTS', 'OWNED_BY']), key: `r${i}`, score: pick([undefined, -2, 3]), basis: pick(['stated', 'judged']),
  }));
  return graph(nodes, relations);
}
