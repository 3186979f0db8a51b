// The same nodes and relations as rows, for the table and for files. Words come from outside, so that this is pure.

/** @typedef {import('./filters.js').Shown} Shown */
/** @typedef {import('./filters.js').NodeSummary} NodeSummary */
/** @typedef {import('./filters.js').RelationSummary} RelationSummary */
/**
 * @typedef {object} Words
 * @property {(node: NodeSummary) => string} type
 * @property {(node: NodeSummary) => string} status
 * @property {(node: NodeSummary) => string} dimension
 * @property {(node: NodeSummary) => string} period
 * @property {(relation: RelationSummary) => string} relation
 * @property {(relation: RelationSummary) => string} action
 * @property {(relation: RelationSummary) => string} basis
 */
/** @typedef {{ id: string, title: string, type: string, status: string, period: string, dimension: string, relations: number, kind: NodeSummary['kind'] }} NodeRow */
/** @typedef {{ key: string, from: string, fromId: string, relation: string, to: string, toId: string, score: number | '', action: string, reason: string, basis: string, type: RelationSummary['type'] }} RelationRow */

/** @param {Shown} drawn @param {Words} words @returns {NodeRow[]} */
export function nodeRows(drawn, words) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { from, to } of drawn.relations) for (const id of new Set([from, to])) counts.set(id, (counts.get(id) ?? 0) + 1);
  return drawn.nodes.map((node) => ({
    id: node.id, kind: node.kind, title: node.title, type: words.type(node), status: words.status(node), period: words.period(node),
    dimension: words.dimension(node), relations: counts.get(node.id) ?? 0,
  }));
}

/** @param {Shown} drawn @param {Words} words @returns {RelationRow[]} */
export function relationRows(drawn, words) {
  const titles = new Map(drawn.nodes.map((node) => [node.id, node.title]));
  return drawn.relations.map((relation) => ({
    key: relation.key, type: relation.type, from: titles.get(relation.from) ?? relation.from, fromId: relation.from, relation: words.relation(relation),
    to: titles.get(relation.to) ?? relation.to, toId: relation.to, score: relation.score ?? '', action: words.action(relation), reason: relation.reason ?? '', basis: words.basis(relation),
  }));
}

/**
 * Sorted by one column; what has no value comes last either way. Equal rows keep their order.
 * @template {Record<string, any>} Row @param {readonly Row[]} rows @param {keyof Row & string} column @param {boolean} descending
 * @param {(a: string, b: string) => number} compare @returns {Row[]}
 */
export function sorted(rows, column, descending, compare) {
  return [...rows].sort((a, b) => {
    const [x, y] = [a[column], b[column]];
    if (x === '' || y === '') return Number(x === '') - Number(y === '');
    const order = typeof x === 'number' && typeof y === 'number' ? x - y : compare(String(x), String(y));
    return descending ? -order : order;
  });
}
