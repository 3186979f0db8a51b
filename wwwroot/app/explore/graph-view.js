// The picture. The only file that knows Cytoscape: everything else speaks of nodes, relations and places.
import { importLibrary, loadScript } from '../libraries.js';
import { arrange } from './arrangement.js';
import { animate, bringIntoSight, duration, fitTo, resize, reveal } from './graph-camera.js';
import { badge, graphStyle, lineColor, lineWidth, mark, palette } from './graph-style.js';
import { radiusOf, stretch, wrap } from './labels.js';
import { isWeak } from './weak.js';

/** @typedef {import('./filters.js').NodeSummary} NodeSummary */
/** @typedef {import('./filters.js').RelationSummary} RelationSummary */
/** @typedef {{ x: number, y: number }} Point */
/**
 * What is to be seen. The picture is brought in line with it.
 * @typedef {object} Picture
 * @property {readonly NodeSummary[]} nodes
 * @property {readonly RelationSummary[]} relations
 * @property {Readonly<Record<string, Point>>} places
 * @property {ReadonlyMap<string, number>} more how many relations of a node lead to what is not shown
 * @property {readonly string[]} selection
 * @property {ReadonlySet<string>} [standOut] the nodes that are not dimmed; all when left out
 * @property {ReadonlySet<string>} [route] keys of the relations of the path that is looked at
 * @property {string | null} keyboard
 * @property {(relation: RelationSummary) => string} nameOf
 */
/**
 * @typedef {object} Listeners
 * @property {(id: string | null, more: boolean) => void} onSelect
 * @property {(id: string) => void} onOpen
 * @property {(key: string) => void} onRelation
 * @property {(id: string, at: Point) => void} onMenu
 * @property {(places: Record<string, Point>) => void} onMove
 */

/** With more relations than this, speed comes before finish. */
const many = 800;

/** @type {Promise<any> | undefined} */
let library;

export function loadCytoscape() {
  library ??= Promise.all([importLibrary('cytoscape/dist/cytoscape.esm.min.mjs'), importLibrary('cytoscape-dagre/dist/cytoscape-dagre.min.mjs')])
    .then(async ([cytoscape, dagre]) => {
      for (const file of ['layout-base/layout-base.js', 'cose-base/cose-base.js', 'cytoscape-fcose/cytoscape-fcose.js']) await loadScript(file);
      cytoscape.default.use(dagre.default);
      cytoscape.default.use(/** @type {any} */ (globalThis).cytoscapeFcose);
      return cytoscape.default;
    });
  return library;
}

/** Computes where the nodes would stand, without moving any. @param {'force' | 'hierarchy'} layout @param {import('./arrangement.js').Sheet} sheet */
export async function arrangementOf(layout, sheet) {
  return arrange(await loadCytoscape(), layout, sheet);
}

/** @param {HTMLElement} container @param {Listeners} listeners @param {() => number} covered how much of the left side something lies over, in pixels */
export async function createGraphView(container, listeners, covered) {
  const cytoscape = await loadCytoscape();
  let colors = palette();
  /** @type {Picture | undefined} */
  let picture;
  const cy = cytoscape({
    container, style: graphStyle(colors), minZoom: 0.1, maxZoom: 3, autounselectify: true, boxSelectionEnabled: false,
    layout: { name: 'preset' },
  });
  for (const canvas of container.querySelectorAll('canvas')) canvas.setAttribute('aria-hidden', 'true');
  listen(cy, listeners);

  /** @param {Picture} next */
  function update(next) {
    const first = cy.nodes().empty();
    picture = next;
    /** @type {string[]} */
    let fresh = [];
    cy.batch(() => {
      remove(cy, next);
      fresh = add(cy, next, colors);
      refresh(cy, next, false, colors);
      emphasise(cy, next);
    });
    // Read anew in every frame, though it is only documented as an option for the start.
    cy.renderer().textureOnViewport = next.relations.length > many;
    settle(cy, next, fresh, first, covered());
  }

  /** @param {import('./graph-style.js').Palette} next */
  function paint(next) {
    colors = next;
    cy.style(graphStyle(colors));
    const now = picture;
    if (now) cy.batch(() => refresh(cy, now, true, colors));
  }

  return {
    update,
    fit: () => { if (picture) fitTo(cy, picture.nodes, picture.places, true, covered()); },
    /** @param {number} factor */
    zoomBy: (factor) => animate(cy, { zoom: { level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } } }),
    /** At a place in the container, at once: the wheel. @param {number} factor @param {Point} at */
    zoomAt: (factor, at) => cy.zoom({ level: cy.zoom() * factor, renderedPosition: at }),
    resize: () => resize(cy, picture, covered()),
    /** Pans so that a node can be seen. @param {string} id */
    reveal: (id) => reveal(cy, id),
    /** Where a node is in the container. @param {string} id @returns {Point | undefined} */
    positionOf: (id) => { const node = cy.getElementById(id); return node.nonempty() ? node.renderedPosition() : undefined; },
    /** The middle of what can be seen, in the sheet's own measure. @returns {Point} */
    middle() { const { x1, x2, y1, y2 } = cy.extent(); return { x: Math.round((x1 + x2) / 2), y: Math.round((y1 + y2) / 2) }; },
    repaint: () => paint(palette()),
    /** @param {'light' | 'dark'} scheme @returns {Promise<Blob>} everything that is drawn, whatever part of it can be seen */
    async png(scheme) {
      paint(palette(scheme));
      cy.nodes().addClass('plain');
      const { w, h } = cy.elements().boundingBox();
      const file = cy.png({ output: 'blob-promise', full: true, scale: Math.min(2, 8000 / Math.max(w, h, 1)), bg: colors.surface });
      cy.nodes().removeClass('plain');
      paint(palette());
      return file;
    },
    /** The lines as they are drawn, for a file of vectors. */
    lines: () => cy.edges().map((/** @type {any} */ edge) => ({
      key: edge.id(), from: { ...edge.sourceEndpoint() }, to: { ...edge.targetEndpoint() }, bends: edge.controlPoints()?.map((/** @type {Point} */ at) => ({ ...at })) ?? [],
    })),
    destroy: () => cy.destroy(),
    /** For measuring. */
    engine: cy,
  };
}

/** @param {any} cy @param {Listeners} listeners */
function listen(cy, { onSelect, onOpen, onRelation, onMenu, onMove }) {
  cy.on('tap', 'node', (/** @type {any} */ event) => {
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    onSelect(event.target.id(), Boolean(shiftKey || ctrlKey || metaKey));
  });
  cy.on('tap', (/** @type {any} */ event) => { if (event.target === cy) onSelect(null, false); });
  cy.on('tap', 'edge', (/** @type {any} */ event) => onRelation(event.target.id()));
  cy.on('dbltap', 'node', (/** @type {any} */ event) => onOpen(event.target.id()));
  cy.on('cxttap taphold', 'node', (/** @type {any} */ event) => onMenu(event.target.id(), event.renderedPosition));
  cy.on('dragfree', 'node', (/** @type {any} */ event) => {
    const { x, y } = event.target.position();
    onMove({ [event.target.id()]: { x: Math.round(x), y: Math.round(y) } });
  });
  cy.on('mouseover', 'node', (/** @type {any} */ event) => {
    event.target.addClass('hover');
    event.target.connectedEdges().addClass('near named');
    cy.container().title = event.target.data('title');
    cy.container().style.cursor = 'pointer';
  });
  cy.on('mouseout', 'node', (/** @type {any} */ event) => {
    event.target.removeClass('hover');
    event.target.connectedEdges().not('.kept').removeClass('near named');
    cy.container().title = '';
    cy.container().style.cursor = '';
  });
  cy.on('mouseover', 'edge', (/** @type {any} */ event) => event.target.addClass('near named'));
  cy.on('mouseout', 'edge', (/** @type {any} */ event) => event.target.not('.kept').removeClass('near named'));
}

/** @param {any} cy @param {Picture} picture */
function remove(cy, { nodes, relations }) {
  const kept = new Set([...nodes.map((node) => node.id), ...relations.map((relation) => relation.key)]);
  cy.elements().filter((/** @type {any} */ element) => !kept.has(element.id())).remove();
}

/** @param {any} cy @param {Picture} picture @param {import('./graph-style.js').Palette} colors @returns {string[]} the ids of the nodes that came */
function add(cy, { nodes, relations, places, more, nameOf }, colors) {
  const fresh = nodes.filter((node) => cy.getElementById(node.id).empty());
  cy.add(fresh.map((node) => ({
    group: 'nodes', position: { ...places[node.id] },
    data: {
      id: node.id, kind: node.kind, title: node.title, label: wrap(node.title).join('\n'), height: radiusOf(node) * 2, width: radiusOf(node) * 2 * stretch(node.kind),
      ...(more.get(node.id) ? badge(more.get(node.id) ?? 0, colors) : {}),
    },
    scratch: { more: more.get(node.id) ?? 0 },
  })));
  cy.add(relations.filter((relation) => cy.getElementById(relation.key).empty()).map((relation) => ({
    group: 'edges',
    data: {
      id: relation.key, source: relation.from, target: relation.to, type: relation.type, basis: relation.basis, name: nameOf(relation),
      width: lineWidth(relation), color: lineColor(relation, colors), ...(mark(relation) ? { mark: mark(relation) } : {}),
    },
  })));
  return fresh.map((node) => node.id);
}

/** Colours and numbers that may have changed. @param {any} cy @param {Picture} picture @param {boolean} anew the colours have @param {import('./graph-style.js').Palette} colors */
function refresh(cy, picture, anew, colors) {
  for (const { id } of picture.nodes) {
    const count = picture.more.get(id) ?? 0;
    const node = cy.getElementById(id);
    if (!anew && node.scratch('more') === count) continue;
    node.scratch('more', count);
    if (count > 0) node.data(badge(count, colors));
    else node.removeData('badge badgeWidth');
  }
  if (!anew) return;
  for (const relation of picture.relations) cy.getElementById(relation.key).data({ color: lineColor(relation, colors), name: picture.nameOf(relation) });
}

/** What stands out and what is dimmed. @param {any} cy @param {Picture} picture */
function emphasise(cy, { nodes, relations, selection, standOut, route, keyboard }) {
  const chosen = new Set(selection);
  const simple = relations.length > many && 'many';
  for (const node of nodes) {
    const { id } = node;
    setState(cy.getElementById(id), [simple, isWeak(node) && 'weak', chosen.has(id) && 'selected', keyboard === id && 'keyboard', standOut && !standOut.has(id) && 'dim']);
  }
  for (const { key, from, to } of relations) {
    const kept = chosen.has(from) || chosen.has(to) || Boolean(route?.has(key));
    const dim = route ? !route.has(key) : standOut && !(standOut.has(from) && standOut.has(to));
    setState(cy.getElementById(key), [simple, kept && 'kept near named', route?.has(key) && 'route', dim && 'dim']);
  }
}

/** Only what is otherwise than before is touched: a sheet can have thousands of elements. @param {any} element @param {(string | false | undefined)[]} classes */
function setState(element, classes) {
  const state = classes.filter(Boolean).join(' ');
  if ((element.scratch('state') ?? '') === state) return;
  element.scratch('state', state);
  element.classes(state);
}

/** Nodes that stand elsewhere than they should glide there; then the new ones are brought into sight. @param {any} cy @param {Picture} picture @param {readonly string[]} fresh @param {boolean} first @param {number} covered */
function settle(cy, { nodes, places }, fresh, first, covered) {
  const moved = nodes.map(({ id }) => cy.getElementById(id)).filter((node) => {
    const { x, y } = node.position();
    const to = places[node.id()];
    return Math.abs(x - to.x) > 0.5 || Math.abs(y - to.y) > 0.5;
  });
  for (const node of moved) {
    if (duration() === 0 || moved.length > 400) node.position({ ...places[node.id()] });
    else node.stop(true).animate({ position: { ...places[node.id()] } }, { duration: duration(), easing: 'ease-out' });
  }
  if (first && fresh.length > 0) fitTo(cy, nodes, places, false, covered);
  else if (fresh.length > 0 || moved.length > 2) bringIntoSight(cy, nodes, places, moved.length > 2 ? nodes.map(({ id }) => id) : fresh, covered);
}
