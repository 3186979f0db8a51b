// How two nodes hang together: asking for it, and the ways that were found, in words.
import { el } from '../dom.js';
import { kindIcon } from '../kinds.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { signed } from './graph-style.js';
import { closeButton } from './panel-parts.js';
import { createSearch } from './search-view.js';
import { facts, relationWord } from './words.js';

/** @typedef {import('./session.js').Session} Session */
/** @typedef {import('./actions.js').Actions} Actions */

/** A field to choose the other end in. @param {string} id @param {Session} session @param {Actions} actions */
export function connectionSearch(id, session, actions) {
  return createSearch({
    label: t('explore.path.search'), placeholder: t('explore.path.placeholder'), search: session.data.search, leave: [id],
    announce: session.context.announce, onChoose: (node) => actions.connect(id, node.id),
  }).element;
}

/** What several selected nodes can be used for. @param {Session} session @param {Actions} actions @returns {Node[]} */
export function severalNodes(session, actions) {
  const { selection } = session.view;
  const [from, to] = selection.slice(-2);
  return [
    el('header', { class: 'explore-details__head' }, el('div', {}, el('h2', { class: 'explore-details__title' }, t('explore.selected', { count: selection.length }))), closeButton(actions, session)),
    el('div', { class: 'explore-details__actions' },
      selection.length === 2 && el('button', { type: 'button', class: 'ds-button', on: { click: () => actions.connect(from, to) } }, icon('path'), t('explore.path.show')),
      el('button', { type: 'button', class: 'ds-button', data: { variant: 'secondary' }, on: { click: () => actions.keepOnly(selection) } }, t('explore.keepOnly')),
      el('button', { type: 'button', class: 'ds-button', data: { variant: 'tertiary' }, on: { click: () => actions.removeNodes(selection) } }, icon('close'), t('explore.remove.selected'))),
    el('ul', { class: 'explore-picked' }, selection.flatMap((id) => session.graph.nodes.get(id) ?? []).map((node) => el('li', {},
      el('button', { type: 'button', class: 'explore-relation__other', on: { click: () => actions.select(node.id) } }, kindIcon(node.kind), el('span', {}, node.title, el('small', {}, facts(node))))))),
  ];
}

/** @param {Session} session @param {Actions} actions @returns {Node[]} */
export function waysBetween(session, actions) {
  const { list, chosen } = /** @type {NonNullable<Session['screen']['routes']>} */ (session.screen.routes);
  const title = (/** @type {string} */ id) => session.graph.nodes.get(id)?.title ?? id;
  const [from, to] = session.view.path ?? ['', ''];
  return [
    el('header', { class: 'explore-details__head' },
      el('div', {}, el('p', { class: 'explore-details__kind' }, icon('path'), t('explore.path.title')),
        el('h2', { class: 'explore-details__title' }, t('explore.path.between', { from: title(from), to: title(to) }))), closeButton(actions, session)),
    el('p', { class: 'muted small' }, list.length > 0 ? t('explore.path.found', { count: list.length }) : t('explore.path.none')),
    el('ol', { class: 'explore-ways' }, list.map((route, i) => el('li', {},
      el('button', { type: 'button', class: 'explore-way', 'aria-pressed': String(i === chosen), on: { click: () => actions.chooseRoute(i) } },
        el('span', { class: 'explore-way__head' }, t('explore.path.way', { number: i + 1 }), el('span', { class: 'count' }, t('explore.path.steps', { count: route.relations.length }))),
        steps(route))))),
  ];
}

/** Klimastrategi 2030 → forankret i → Samfunnsdelen @param {import('./explore-data.js').Route} route */
function steps({ nodes, relations }) {
  return el('span', { class: 'explore-way__steps' }, nodes.flatMap((node, i) => {
    const relation = relations[i - 1];
    const here = el('span', { class: 'explore-way__node' }, kindIcon(node.kind), node.title);
    if (!relation) return [here];
    const outgoing = relation.from === nodes[i - 1].id;
    return [el('span', { class: 'explore-way__relation' }, relationWord(relation.type, outgoing), typeof relation.score === 'number' && ` ${signed(relation.score)}`), here];
  }));
}
