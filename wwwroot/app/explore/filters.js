// Which nodes and relations are drawn. Picture, table, exports and counts all ask here, so they cannot disagree.
import { own } from './explore-logic.js';

/** @typedef {import('./explore-logic.js').View} View */
/** @typedef {import('./explore-logic.js').Facet} Facet */
/** @typedef {{ type: string, outgoing: boolean, count: number }} Degree */
/**
 * @typedef {object} NodeSummary
 * @property {string} id
 * @property {import('../kinds.js').Kind} kind
 * @property {string} title
 * @property {string} [type]
 * @property {string} [status]
 * @property {string} [standing]
 * @property {string} [dimension]
 * @property {string} [level]
 * @property {{ from?: number, to?: number }} [period]
 * @property {readonly Degree[]} degree
 * @property {readonly string[]} [flags]
 * @property {readonly string[]} [sectors]
 */
/**
 * @typedef {object} RelationSummary
 * @property {string} key
 * @property {import('../relations.js').RelationType} type
 * @property {string} from
 * @property {string} to
 * @property {string} [variant]
 * @property {'a' | 'b'} [side]
 * @property {number} [score]
 * @property {string} [reason]
 * @property {string} [scoredBy]
 * @property {string} [action] what is to be done about an overlap
 * @property {'stated' | 'judged'} basis
 */
/** What has been fetched so far. @typedef {{ nodes: ReadonlyMap<string, NodeSummary>, relations: ReadonlyMap<string, RelationSummary> }} Graph */
/** @typedef {{ nodes: NodeSummary[], relations: RelationSummary[] }} Shown */

/** Stands for "none" among the sectors, statuses and dimensions. */
export const none = 'none';

/** @type {Record<string, string>} the vocabulary of each kind's status */
const statusWords = { Plan: 'planStatus', Measure: 'measureStatus', GoalConflict: 'conflictStatus', Goal: 'standing', Strategy: 'standing' };

/** The status as a key of the vocabulary, such as `planStatus.adopted`. @param {NodeSummary} node */
export function statusKey(node) {
  const words = statusWords[node.kind];
  const value = words === 'standing' ? node.standing : node.status;
  return words && value ? `${words}.${value}` : undefined;
}

/** @param {NodeSummary} node */
export function dimensionKey(node) {
  return node.dimension && `${node.kind === 'Sdg' ? 'sdgDimension' : 'dimension'}.${node.dimension}`;
}

/** The values a node has in a facet. @param {NodeSummary} node @param {Exclude<Facet, 'types'>} facet @returns {readonly string[]} */
export function valuesOf(node, facet) {
  if (facet === 'kinds') return [node.kind];
  if (facet === 'sectors') return node.sectors?.length ? node.sectors : [none];
  return [(facet === 'statuses' ? statusKey(node) : dimensionKey(node)) || none];
}

const nodeFacets = /** @type {const} */ (['kinds', 'statuses', 'sectors', 'dimensions']);

/** What a filter leaves out is everything that has only values it leaves out. @param {NodeSummary} node @param {View['hidden']} hidden */
function passes(node, hidden) {
  return nodeFacets.every((facet) => hidden[facet].length === 0 || valuesOf(node, facet).some((value) => !hidden[facet].includes(value)));
}

/** Nodes that filters let through, and the relations between them. @param {View} view @param {Graph} graph @returns {Shown} */
export function shown(view, graph) {
  const nodes = onSheet(view, graph).filter((node) => passes(node, view.hidden));
  const relations = among(new Set(nodes.map((node) => node.id)), graph).filter((relation) => !view.hidden.types.includes(relation.type));
  if (!view.hideLoose) return { nodes, relations };
  const tied = new Set(relations.flatMap((relation) => [relation.from, relation.to]));
  return { nodes: nodes.filter((node) => tied.has(node.id)), relations };
}

/** @param {View} view @param {Graph} graph */
function onSheet(view, graph) {
  return Object.keys(view.nodes).flatMap((id) => graph.nodes.get(id) ?? []);
}

/** @param {ReadonlySet<string>} ids @param {Graph} graph */
function among(ids, graph) {
  return [...graph.relations.values()].filter((relation) => ids.has(relation.from) && ids.has(relation.to));
}

/**
 * The values of a facet among what is on the sheet, with counts, whether a filter leaves them out or not.
 * @param {View} view @param {Graph} graph @param {Facet} facet @returns {{ value: string, count: number, hidden: boolean }[]} most frequent first
 */
export function facetValues(view, graph, facet) {
  const values = facet === 'types'
    ? among(new Set(Object.keys(view.nodes)), graph).map((relation) => relation.type)
    : onSheet(view, graph).flatMap((node) => valuesOf(node, facet));
  /** @type {Map<string, number>} */
  const counts = new Map(view.hidden[facet].map((value) => [value, 0]));
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, count]) => ({ value, count, hidden: view.hidden[facet].includes(value) }))
    .sort((a, b) => Number(a.value === none) - Number(b.value === none) || b.count - a.count || (a.value < b.value ? -1 : 1));
}

/** The nodes that stand out; undefined when all do. @param {View} view @param {Shown} drawn @param {ReadonlySet<string>} [route] nodes of the path that is being looked at */
export function emphasised(view, drawn, route) {
  if (route) return route;
  if (!view.focus) return undefined;
  const near = drawn.relations.filter((relation) => relation.from === view.focus || relation.to === view.focus);
  return new Set([view.focus, ...near.flatMap((relation) => [relation.from, relation.to])]);
}

/** Each node's relations. @param {Shown} drawn @returns {Map<string, RelationSummary[]>} */
export function relationsByNode(drawn) {
  /** @type {Map<string, RelationSummary[]>} */
  const map = new Map(drawn.nodes.map((node) => [node.id, []]));
  for (const relation of drawn.relations) {
    map.get(relation.from)?.push(relation);
    if (relation.to !== relation.from) map.get(relation.to)?.push(relation);
  }
  return map;
}

/** What a summary in words is made of. @param {Shown} drawn */
export function overview(drawn) {
  /** @type {Map<string, number>} */
  const kinds = new Map();
  for (const node of drawn.nodes) kinds.set(node.kind, (kinds.get(node.kind) ?? 0) + 1);
  const [most, relations] = [...relationsByNode(drawn)].reduce((best, entry) => (entry[1].length > best[1].length ? entry : best), [own, /** @type {RelationSummary[]} */ ([])]);
  return {
    kinds: [...kinds].sort((a, b) => b[1] - a[1]).map(([kind, count]) => ({ kind, count })),
    relations: drawn.relations.length,
    most: most && { title: drawn.nodes.find((node) => node.id === most)?.title ?? '', count: relations.length },
  };
}
