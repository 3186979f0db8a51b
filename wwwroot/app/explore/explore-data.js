// What has been fetched of the graph in this visit. Nodes are asked for once; the picture is drawn from here.
import { get } from '../api.js';

/** @typedef {import('./filters.js').NodeSummary} NodeSummary */
/** @typedef {import('./filters.js').RelationSummary} RelationSummary */
/** @typedef {{ nodes: NodeSummary[], relations: RelationSummary[] }} Route */

/** More neighbours than this are not listed. */
const most = 500;
/** So many ids fit in one address with room to spare. */
const chunk = 50;

/** @param {AbortSignal} signal */
export function createData(signal) {
  /** @type {Map<string, NodeSummary>} */
  const nodes = new Map();
  /** @type {Map<string, RelationSummary>} */
  const relations = new Map();
  /** @type {Set<string>} */
  const neighboursKnown = new Set();

  /** @param {{ nodes: NodeSummary[], relations: RelationSummary[] }} answer */
  function keep(answer) {
    for (const node of answer.nodes) nodes.set(node.id, node);
    for (const relation of answer.relations) relations.set(relation.key, relation);
    return answer;
  }

  const around = (/** @type {readonly string[]} */ ids, /** @type {number} */ depth) =>
    get('/api/explore/neighbourhood', { signal, query: { ids: ids.join(','), depth, cap: most } }).then((answer) => {
      keep(answer);
      return answer;
    });

  return {
    graph: { nodes, relations },
    keep,

    /** Nodes by id, and the relations among all of them. @param {readonly string[]} ids @returns {Promise<string[]>} the ids that do not exist */
    async load(ids) {
      const parts = chunks(ids);
      const answers = await Promise.all(parts.flatMap((a, i) => (parts.length === 1 ? [around(a, 0)] : parts.slice(i + 1).map((b) => around([...a, ...b], 0)))));
      return [...new Set(answers.flatMap((answer) => answer.missing ?? []))];
    },

    /** The relations between nodes that came and nodes that stood there. @param {readonly string[]} fresh @param {readonly string[]} there */
    async connect(fresh, there) {
      if (fresh.length === 0 || there.length === 0) return;
      await Promise.all(chunks(fresh).flatMap((a) => chunks(there).map((b) => around([...a, ...b], 0))));
    },

    /** Everything one step from a node. @param {string} id */
    async neighbours(id) {
      if (neighboursKnown.has(id)) return;
      await around([id], 1);
      neighboursKnown.add(id);
    },

    /** @param {string} text @param {AbortSignal} until @returns {Promise<{ hits: { node: NodeSummary, matched: string[] }[], total: number, correction?: string }>} */
    search: (text, until) => get('/api/explore/search', { signal: until, query: { q: text, limit: 8 } }),

    /** @param {string} from @param {string} to @returns {Promise<Route[]>} shortest first */
    async routes(from, to) {
      const { paths } = await get('/api/explore/paths', { signal, query: { from, to, max: 5 } });
      for (const path of paths) keep(path);
      return paths;
    },

    /** @param {string} id @param {AbortSignal} until @returns {Promise<any>} */
    details: (id, until) => get(`/api/nodes/${id}`, { signal: until }),

    /** @returns {Promise<{ nodes: { kind: string, count: number }[], relations: { type: string, count: number }[], questions: { id: string, textKey: string, args?: Record<string, string>, view: string }[] }>} */
    summary: () => get('/api/explore/summary', { signal }),
  };
}

/** @param {readonly string[]} ids @returns {string[][]} */
function chunks(ids) {
  return Array.from({ length: Math.ceil(ids.length / chunk) }, (_, i) => ids.slice(i * chunk, (i + 1) * chunk));
}
