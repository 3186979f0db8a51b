// How a node is named and linked to wherever it stands in a page.
import { el } from '../dom.js';
import { kindIcon, kinds } from '../kinds.js';
import { t } from '../texts.js';

/**
 * What lists say of a node; the API's NodeSummary.
 * @typedef {object} NodeSummary
 * @property {string} id
 * @property {import('../kinds.js').Kind} kind
 * @property {string} title
 */
/** @typedef {{ document: string, place: string, basis: string, judgedBy?: string | null }} Source */

/** The page about a node: a plan has one of its own, everything else is shown in the explorer. @param {string} id */
export function nodeHref(id) {
  return id.startsWith('plan/') ? `/plans/${id.slice('plan/'.length)}` : exploreHref([id]);
}

/** The explorer with some nodes in it; one alone comes with what lies around it. @param {string[]} ids */
export function exploreHref(ids) {
  return `/explore?show=${ids.join(',')}&selected=${ids[0]}${ids.length === 1 ? `&expand=${ids[0]}` : ''}`;
}

/** @param {NodeSummary} node */
export function nodeLink(node) {
  return el('a', { class: 'node-link', href: nodeHref(node.id) }, kinds[node.kind] && kindIcon(node.kind), el('span', {}, node.title));
}

/** @param {NodeSummary[]} nodes */
export function nodeList(nodes) {
  return el('ul', { class: 'list' }, nodes.map((node) => el('li', {}, nodeLink(node))));
}

/** Where it stands in which document, and who says so. @param {Source[]} sources */
export function sourceList(sources) {
  return el('ul', { class: 'list small' }, sources.map((source) => el('li', {},
    el('span', {}, source.document), ' – ', source.place,
    source.basis === 'judged' && el('span', { class: 'muted' }, ` (${t('nodes.judgedBy', { who: source.judgedBy || t('basis.judged') })})`))));
}

/** A part of a page with a heading, or nothing when there is nothing to put in it. @param {string} title @param {...import('../dom.js').Child} content */
export function section(title, ...content) {
  return content.some(Boolean) && el('section', { class: 'section' }, el('h2', {}, title), content);
}
