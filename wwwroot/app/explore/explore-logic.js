// What is shown in the explorer, as one object that is never changed, and the ways to get from one such object to the next.

/**
 * A node on the sheet: where, and why it is there.
 * @typedef {object} Placed
 * @property {number} x
 * @property {number} y
 * @property {readonly string[]} by the nodes whose expansion brought it or met it; `''` stands for the person's own choice
 */

/** @typedef {'kinds' | 'types' | 'statuses' | 'sectors' | 'dimensions'} Facet */
/** @typedef {'free' | 'force' | 'hierarchy'} Layout */
/** @typedef {'graph' | 'both' | 'table'} Panes */

/**
 * @typedef {object} View
 * @property {Readonly<Record<string, Placed>>} nodes by id, in the order in which they came
 * @property {Readonly<Record<Facet, readonly string[]>>} hidden the values that filters leave out
 * @property {boolean} hideLoose leave out nodes without a relation to another that is shown
 * @property {string | null} focus the node that the rest is dimmed around
 * @property {readonly string[]} selection the last is the one the details are about
 * @property {Layout} layout how the nodes were last arranged; moving one by hand makes it free
 * @property {Panes} panes
 * @property {readonly [string, string] | null} path the two nodes whose connection is asked for
 */

export const facets = /** @type {const} */ (['kinds', 'types', 'statuses', 'sectors', 'dimensions']);

/** The person's own choice, as an origin. */
export const own = '';

/** @type {View} */
export const emptyView = {
  nodes: {}, hidden: { kinds: [], types: [], statuses: [], sectors: [], dimensions: [] }, hideLoose: false,
  focus: null, selection: [], layout: 'free', panes: 'graph', path: null,
};

/** @param {View} view */
export function isEmpty(view) {
  return Object.keys(view.nodes).length === 0;
}

/**
 * Puts nodes on the sheet. One that is there keeps its place and learns that one more origin holds it.
 * @param {View} view @param {Readonly<Record<string, { x: number, y: number }>>} places @param {string} [by] @param {readonly string[]} [met] nodes on the sheet that the same expansion also leads to
 * @returns {View}
 */
export function addNodes(view, places, by = own, met = []) {
  const nodes = { ...view.nodes };
  for (const id of met) if (nodes[id]) nodes[id] = heldBy(nodes[id], by);
  for (const [id, { x, y }] of Object.entries(places)) nodes[id] = nodes[id] ? heldBy(nodes[id], by) : { x, y, by: [by] };
  return { ...view, nodes };
}

/** @param {Placed} node @param {string} by @returns {Placed} */
function heldBy(node, by) {
  return node.by.includes(by) ? node : { ...node, by: [...node.by, by] };
}

/** Whether expanding the node brought or met something that is still shown. @param {View} view @param {string} id */
export function isExpanded(view, id) {
  return Object.values(view.nodes).some((node) => node.by.includes(id));
}

/**
 * Takes back what expanding a node brought. What the person chose, or what another expansion also leads to, stays.
 * @param {View} view @param {string} id @returns {View}
 */
export function collapse(view, id) {
  if (!view.nodes[id]) return view;
  const nodes = withoutOrigin(view.nodes, id);
  const kept = reachable(nodes, id);
  return tidy(view, Object.fromEntries(Object.entries(nodes).filter(([node]) => kept.has(node))
    .map(([node, placed]) => [node, onlyOrigins(placed, kept)])));
}

/** @param {View['nodes']} nodes @param {string} origin */
function withoutOrigin(nodes, origin) {
  return Object.fromEntries(Object.entries(nodes).map(([id, node]) =>
    [id, node.by.includes(origin) ? { ...node, by: node.by.filter((one) => one !== origin) } : node]));
}

/** @param {Placed} node @param {ReadonlySet<string>} kept @returns {Placed} */
function onlyOrigins(node, kept) {
  const by = node.by.filter((one) => one === own || kept.has(one));
  return { ...node, by: by.length > 0 ? by : [own] };
}

/** What the person's own choices, and the node itself, lead to. @param {View['nodes']} nodes @param {string} always */
function reachable(nodes, always) {
  const entries = Object.entries(nodes);
  const kept = new Set(entries.filter(([id, node]) => id === always || node.by.includes(own)).map(([id]) => id));
  for (let before = -1; before !== kept.size;) {
    before = kept.size;
    for (const [id, node] of entries) if (node.by.some((origin) => kept.has(origin))) kept.add(id);
  }
  return kept;
}

/** Takes nodes away and leaves what they had brought. @param {View} view @param {readonly string[]} ids @returns {View} */
export function removeNodes(view, ids) {
  const kept = new Set(Object.keys(view.nodes).filter((id) => !ids.includes(id)));
  return keepNodes(view, kept);
}

/** @param {View} view @param {ReadonlySet<string>} kept @returns {View} */
export function keepNodes(view, kept) {
  return tidy(view, Object.fromEntries(Object.entries(view.nodes).filter(([id]) => kept.has(id))
    .map(([id, node]) => [id, onlyOrigins(node, kept)])));
}

/** Nothing points at a node that is gone. @param {View} view @param {View['nodes']} nodes @returns {View} */
function tidy(view, nodes) {
  const there = (/** @type {string} */ id) => Object.hasOwn(nodes, id);
  return {
    ...view, nodes,
    selection: view.selection.every(there) ? view.selection : view.selection.filter(there),
    focus: view.focus && there(view.focus) ? view.focus : null,
    path: view.path?.every(there) ? view.path : null,
  };
}

/**
 * Moves nodes; those not named stay.
 * @param {View} view @param {Readonly<Record<string, { x: number, y: number }>>} places @param {Layout} [layout] @returns {View}
 */
export function moveNodes(view, places, layout = 'free') {
  const nodes = Object.fromEntries(Object.entries(view.nodes).map(([id, node]) =>
    [id, places[id] ? { ...node, x: places[id].x, y: places[id].y } : node]));
  return { ...view, nodes, layout };
}

/** @param {View} view @param {readonly string[]} ids those not on the sheet are left out @returns {View} */
export function select(view, ids) {
  return { ...view, selection: [...new Set(ids)].filter((id) => Object.hasOwn(view.nodes, id)) };
}

/** Adds to the selection, or takes out of it. @param {View} view @param {string} id @returns {View} */
export function toggleSelected(view, id) {
  return select(view, view.selection.includes(id) ? view.selection.filter((one) => one !== id) : [...view.selection, id]);
}

/** @param {View} view @param {string | null} id @returns {View} */
export function focusOn(view, id) {
  return { ...view, focus: id && Object.hasOwn(view.nodes, id) ? id : null };
}

/** @param {View} view @param {Facet} facet @param {readonly string[]} values @returns {View} */
export function hide(view, facet, values) {
  return { ...view, hidden: { ...view.hidden, [facet]: [...new Set(values)].sort() } };
}

/** @param {View} view @param {Facet} facet @param {string} value @returns {View} */
export function toggleHidden(view, facet, value) {
  const now = view.hidden[facet];
  return hide(view, facet, now.includes(value) ? now.filter((one) => one !== value) : [...now, value]);
}

/** @param {View} view @returns {View} */
export function showEverything(view) {
  return { ...view, hidden: emptyView.hidden, hideLoose: false };
}

/** How many filters leave something out. @param {View} view */
export function filterCount(view) {
  return facets.reduce((sum, facet) => sum + view.hidden[facet].length, view.hideLoose ? 1 : 0);
}
