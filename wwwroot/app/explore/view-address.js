// The whole view as an address, and back. What a link cannot say any more is told, never fatal.
import { emptyView, facets, own, select } from './explore-logic.js';

/** @typedef {import('./explore-logic.js').View} View */
/** @typedef {import('./explore-logic.js').Placed} Placed */
/**
 * What a link from elsewhere asks for, before anything has a place.
 * @typedef {object} Request
 * @property {string[]} show ids
 * @property {string[]} selected ids, to be selected when they are on the sheet
 * @property {{ id: string, direction: import('./expansion.js').Direction | null }[]} expand
 */
/** @typedef {{ view: View, request: Request, unreadable: number }} Read */

/** Longer than this, the nodes go behind the #, which browsers do not send: servers refuse long addresses. */
const longest = 3500;
const idPattern = /^[a-z]+\/[a-z0-9]+(?:-[a-z0-9]+)*$/;
const typePattern = /^[A-Z_]+$/;
/** @type {Record<import('./explore-logic.js').Facet, string>} */
const words = { kinds: 'hideKinds', types: 'hideRelations', statuses: 'hideStatus', sectors: 'hideSectors', dimensions: 'hideDimensions' };

/**
 * The query and fragment of a view: `?n=plan/a,120,-80~goal/b,0,40,0&selected=plan/a`.
 * @param {View} view
 */
export function toAddress(view) {
  const ids = Object.keys(view.nodes);
  const index = new Map(ids.map((id, i) => [id, i.toString(36)]));
  const nodes = ids.map((id) => nodeText(id, view.nodes[id], index)).join('~');
  const rest = [
    ...facets.map((facet) => [words[facet], view.hidden[facet].join(',')]),
    ['loose', view.hideLoose ? 'hidden' : ''], ['focus', view.focus ?? ''], ['selected', view.selection.join(',')],
    ['layout', view.layout === 'free' ? '' : view.layout], ['panes', view.panes === 'graph' ? '' : view.panes], ['path', view.path?.join(',') ?? ''],
  ].filter(([, value]) => value).map(([name, value]) => `${name}=${value}`);
  if (!nodes) return rest.length > 0 ? `?${rest.join('&')}` : '';
  if (nodes.length <= longest) return `?${[`n=${nodes}`, ...rest].join('&')}`;
  return `${rest.length > 0 ? `?${rest.join('&')}` : ''}#n=${nodes}`;
}

/** @param {string} id @param {Placed} node @param {ReadonlyMap<string, string>} index */
function nodeText(id, { x, y, by }, index) {
  const place = `${id},${Math.round(x)},${Math.round(y)}`;
  if (by.length === 1 && by[0] === own) return place;
  return `${place},${by.map((origin) => (origin === own ? '_' : index.get(origin))).filter(Boolean).join('.')}`;
}

/** @param {string} search such as location.search @param {string} [hash] @returns {Read} */
export function fromAddress(search, hash = '') {
  const query = new URLSearchParams(search);
  const tokens = (query.get('n') ?? new URLSearchParams(hash.replace(/^#/, '')).get('n') ?? '').split('~').filter(Boolean);
  const read = tokens.map(readNode);
  const good = read.flatMap((node) => node ?? []);
  const nodes = Object.fromEntries(good.map(({ id, x, y, origins }) => [id, { x, y, by: readOrigins(origins, read) }]));
  const path = ids(query.get('path'));
  const view = select({
    ...emptyView, nodes,
    hidden: /** @type {any} */ (Object.fromEntries(facets.map((facet) => [facet, values(query.get(words[facet]))]))),
    hideLoose: query.get('loose') === 'hidden',
    focus: Object.hasOwn(nodes, query.get('focus') ?? '') ? query.get('focus') : null,
    layout: oneOf(query.get('layout'), ['force', 'hierarchy'], 'free'),
    panes: oneOf(query.get('panes'), ['both', 'table'], 'graph'),
    path: path.length === 2 ? [path[0], path[1]] : readEnds(query),
  }, ids(query.get('selected')));
  const request = { show: ids(query.get('show')), selected: ids(query.get('selected')), expand: readExpansions(query.get('expand')) };
  return { view, request, unreadable: tokens.length - good.length + refused(query) };
}

/** @param {string} token */
function readNode(token) {
  const [id, x, y, origins = '_', ...more] = token.split(',');
  const at = { x: number(x), y: number(y) };
  if (!idPattern.test(id) || Number.isNaN(at.x) || Number.isNaN(at.y) || more.length > 0 || !/^[_0-9a-z.]*$/.test(origins)) return undefined;
  return { id, ...at, origins };
}

/** @param {string | undefined} text */
function number(text) {
  return /^-?\d{1,6}$/.test(text ?? '') ? Number(text) : NaN;
}

/** @param {string} origins @param {readonly ({ id: string } | undefined)[]} all */
function readOrigins(origins, all) {
  const by = origins.split('.').flatMap((one) => (one === '_' ? own : all[parseInt(one, 36)]?.id ?? []));
  return by.length > 0 ? [...new Set(by)] : [own];
}

/** @param {URLSearchParams} query @returns {View['path']} */
function readEnds(query) {
  const [from] = ids(query.get('from'));
  const [to] = ids(query.get('to'));
  return from && to ? [from, to] : null;
}

/** `plan/a` expands in all directions, `plan/a:RESPONDS_TO:in` in one. @param {string | null} text @returns {Request['expand']} */
function readExpansions(text) {
  return (text ?? '').split(',').filter(Boolean).flatMap((one) => {
    const [id, type, way] = one.split(':');
    if (!idPattern.test(id) || (type && !typePattern.test(type))) return [];
    return [{ id, direction: type ? { type: /** @type {import('../relations.js').RelationType} */ (type), outgoing: way !== 'in' } : null }];
  });
}

/** @param {string | null} text */
function ids(text) {
  return values(text).filter((one) => idPattern.test(one));
}

/** @param {string | null} text */
function values(text) {
  return (text ?? '').split(',').filter(Boolean);
}

/** How many ids are not ids. @param {URLSearchParams} query */
function refused(query) {
  return ['show', 'selected', 'path', 'from', 'to'].reduce((sum, name) => sum + values(query.get(name)).length - ids(query.get(name)).length, 0);
}

/** @template {string} One @template {string} Default @param {string | null} text @param {readonly One[]} allowed @param {Default} otherwise @returns {One | Default} */
function oneOf(text, allowed, otherwise) {
  return allowed.find((one) => one === text) ?? otherwise;
}
