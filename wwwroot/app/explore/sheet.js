import { boxOf } from './labels.js';

/** Everything on the sheet, as room that is taken. @param {import('./session.js').Session} session @param {import('./explore-logic.js').View} [view] */
export function taken(session, view = session.view) {
  return Object.entries(view.nodes).map(([id, { x, y }]) => ({ point: { x, y }, box: boxOf(session.graph.nodes.get(id) ?? { title: id }) }));
}

/** The lines that are drawn between what is on the sheet. @param {import('./session.js').Session} session @param {import('./explore-logic.js').View} [view] */
export function linesOn(session, view = session.view) {
  return [...session.graph.relations.values()].flatMap(({ from, to }) => (view.nodes[from] && view.nodes[to] && from !== to ? [{ from: view.nodes[from], to: view.nodes[to] }] : []));
}

/** In the middle of what a node hangs on; undefined when it hangs on nothing here. @param {string} id @param {import('./session.js').Session} session */
export function anchor(id, { graph, view }) {
  const near = [...graph.relations.values()].flatMap((relation) =>
    (relation.from === id ? view.nodes[relation.to] : relation.to === id ? view.nodes[relation.from] : undefined) ?? []);
  if (near.length === 0) return undefined;
  return { x: mean(near.map((node) => node.x)), y: mean(near.map((node) => node.y)) };
}

/** @param {readonly number[]} numbers */
function mean(numbers) {
  return Math.round(numbers.reduce((sum, number) => sum + number, 0) / numbers.length);
}

/** An id as words, for something whose title is gone. @param {string} id */
export function readable(id) {
  return `«${id.split('/')[1]?.replaceAll('-', ' ') ?? id}»`;
}
