// Opens an address: a view that a colleague sent, or a question that a link from elsewhere asks.
import { t } from '../texts.js';
import * as logic from './explore-logic.js';
import { nextNeighbours } from './expansion.js';
import { compare } from '../format.js';
import { boxOf } from './labels.js';
import { place } from './placement.js';
import { linesOn, readable, taken } from './sheet.js';
import { fromAddress, toAddress } from './view-address.js';

/**
 * @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions
 * @param {string} search @param {string} [hash]
 */
export async function openAddress(session, actions, search, hash = '') {
  const { view, request, unreadable } = fromAddress(search, hash);
  const wanted = [...new Set([...Object.keys(view.nodes), ...request.show, ...request.expand.map(({ id }) => id), ...(view.path ?? [])])];
  const missing = wanted.length > 0 ? await session.data.load(wanted) : [];
  const there = wanted.filter((id) => !missing.includes(id));
  const kept = logic.keepNodes(view, new Set(there));
  if (toAddress(kept) !== toAddress(session.view)) session.commit(kept);
  if (request.show.length + request.expand.length > 0) await answer(session, request, there);
  session.amend(logic.select(session.view, request.selected));
  if (kept.path ?? (view.path?.every((id) => there.includes(id)) ? view.path : null)) await actions.connect(.../** @type {[string, string]} */ (view.path));
  session.set({ details: session.view.selection.length > 0 || session.screen.routes !== null });
  complain(session, missing, unreadable);
}

/** Nothing has a place yet: the nodes asked for, what expanding them brings, and then one arrangement of it all. @param {import('./session.js').Session} session @param {import('./view-address.js').Request} request @param {readonly string[]} there */
async function answer(session, request, there) {
  const ids = [...new Set([...request.show, ...request.expand.map(({ id }) => id)])].filter((id) => there.includes(id));
  let view = add(session, session.view, ids.filter((id) => !session.view.nodes[id]), { x: 0, y: 0 }, logic.own, []);
  for (const { id, direction } of request.expand.filter((one) => there.includes(one.id))) {
    await session.data.neighbours(id);
    const { bring, met } = nextNeighbours(id, view, session.graph, direction, compare);
    await session.data.connect(bring, Object.keys(view.nodes));
    view = add(session, view, bring, view.nodes[id], id, met);
  }
  session.commit(view);
  if (ids.length > 1) session.amend(logic.moveNodes(session.view, await session.arrangement('force'), 'force'));
}

/** @param {import('./session.js').Session} session @param {logic.View} view @param {readonly string[]} ids @param {{ x: number, y: number }} around @param {string} by @param {readonly string[]} met */
function add(session, view, ids, around, by, met) {
  const fresh = ids.map((id) => ({ id, box: boxOf(/** @type {any} */ (session.graph.nodes.get(id))) }));
  return logic.addNodes(view, place(fresh, around, taken(session, view), { center: by === logic.own, lines: linesOn(session, view) }), by, met);
}

/** @param {import('./session.js').Session} session @param {readonly string[]} missing @param {number} unreadable */
function complain({ context }, missing, unreadable) {
  if (missing.length > 0) context.toast(t('explore.missing', { count: missing.length, names: missing.map(readable).join(', ') }), { color: 'warning' });
  if (unreadable > 0) context.toast(t('explore.unreadable', { count: unreadable }), { color: 'warning' });
}
