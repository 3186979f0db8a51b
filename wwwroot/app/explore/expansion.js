// What lies around a node: counted by relation type and direction, and which of it to bring in next.
import { relationNames } from '../relations.js';

/** @typedef {import('./filters.js').Graph} Graph */
/** @typedef {import('./filters.js').RelationSummary} RelationSummary */
/** @typedef {import('./explore-logic.js').View} View */
/** @typedef {{ type: import('../relations.js').RelationType, outgoing: boolean }} Direction */
/** `total` relations, of which `hidden` lead to nodes that are not on the sheet. @typedef {Direction & { total: number, hidden: number }} Group */

/** So many nodes are brought in at a time. */
export const cap = 12;

/** @param {RelationSummary} relation @param {string} id */
export function otherEnd(relation, id) {
  return relation.from === id ? relation.to : relation.from;
}

/**
 * The relations of a node by type and direction, counted before anything is fetched: the server has told the totals.
 * @param {string} id @param {View} view @param {Graph} graph @returns {Group[]}
 */
export function groupsOf(id, view, graph) {
  const onSheet = relationsOf(id, graph).filter((relation) => view.nodes[otherEnd(relation, id)]);
  return (graph.nodes.get(id)?.degree ?? [])
    .map(({ type, outgoing, count }) => {
      const there = onSheet.filter((relation) => matches(relation, id, { type: /** @type {Group['type']} */ (type), outgoing })).length;
      return { type: /** @type {Group['type']} */ (type), outgoing, total: count, hidden: Math.max(0, count - there) };
    })
    .sort((a, b) => relationNames.indexOf(a.type) - relationNames.indexOf(b.type) || Number(b.outgoing) - Number(a.outgoing));
}

/** How many relations of a node lead to something that is not on the sheet. @param {string} id @param {View} view @param {Graph} graph */
export function hiddenCount(id, view, graph) {
  return groupsOf(id, view, graph).reduce((sum, group) => sum + group.hidden, 0);
}

/** The same for every node on the sheet, in one pass. @param {View} view @param {Graph} graph @returns {Map<string, number>} */
export function hiddenCounts(view, graph) {
  const counts = new Map(Object.keys(view.nodes).map((id) =>
    [id, (graph.nodes.get(id)?.degree ?? []).reduce((sum, { count }) => sum + count, 0)]));
  for (const { from, to } of graph.relations.values()) {
    if (!view.nodes[from] || !view.nodes[to]) continue;
    counts.set(from, (counts.get(from) ?? 0) - 1);
    if (from !== to) counts.set(to, (counts.get(to) ?? 0) - 1);
  }
  return counts;
}

/**
 * What to bring in: neighbours that are not on the sheet, by relation type and then by title.
 * @param {string} id @param {View} view @param {Graph} graph the node's neighbours have been fetched
 * @param {Direction | null} direction null for all @param {(a: string, b: string) => number} compare the order of titles
 * @returns {{ bring: string[], met: string[], left: number }} `met` are on the sheet already; `left` did not fit under the cap
 */
export function nextNeighbours(id, view, graph, direction, compare) {
  const along = relationsOf(id, graph).filter((relation) => !direction || matches(relation, id, direction));
  const title = (/** @type {RelationSummary} */ relation) => graph.nodes.get(otherEnd(relation, id))?.title ?? '';
  along.sort((a, b) => relationNames.indexOf(a.type) - relationNames.indexOf(b.type)
    || Number(b.from === id) - Number(a.from === id) || compare(title(a), title(b)));
  const others = [...new Set(along.map((relation) => otherEnd(relation, id)))].filter((other) => other !== id && graph.nodes.has(other));
  const unseen = others.filter((other) => !view.nodes[other]);
  return { bring: unseen.slice(0, cap), met: others.filter((other) => view.nodes[other]), left: Math.max(0, unseen.length - cap) };
}

/** @param {string} id @param {Graph} graph */
function relationsOf(id, graph) {
  return [...graph.relations.values()].filter((relation) => relation.from === id || relation.to === id);
}

/** @param {RelationSummary} relation @param {string} id @param {Direction} direction */
function matches(relation, id, { type, outgoing }) {
  return relation.type === type && (outgoing ? relation.from : relation.to) === id;
}
