// Why a line is there: its two ends, its strength, the reason, and where it is said.
import { el, mount } from '../dom.js';
import { isAbort, sentenceOf } from '../errors.js';
import { kindIcon } from '../kinds.js';
import { relationLine } from '../relations.js';
import { t } from '../texts.js';
import { signed } from './graph-style.js';
import { sourceList } from './node-facts.js';
import { closeButton, section } from './panel-parts.js';
import { lineWord } from './words.js';

/**
 * @param {import('./filters.js').RelationSummary} relation @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions
 * @param {AbortSignal} signal @returns {Node[]}
 */
export function relationDetails(relation, session, actions, signal) {
  const sources = el('div', { 'aria-busy': 'true' });
  fill(sources, relation, session, signal);
  return [
    el('header', { class: 'explore-details__head' },
      el('div', {}, el('p', { class: 'explore-details__kind' }, relationLine(relation.type), t('explore.relation.title')),
        el('h2', { class: 'explore-details__title' }, end(relation.from), el('span', { class: 'explore-way__relation' }, lineWord(relation)), end(relation.to))),
      closeButton(actions, session)),
    ...(typeof relation.score === 'number' ? [el('p', { class: 'small' }, el('strong', {}, t('explore.relation.score', { score: signed(relation.score) })), relation.scoredBy ? ` · ${t('explore.relation.scoredBy', { who: relation.scoredBy })}` : '')] : []),
    ...(relation.action ? [el('p', { class: 'small' }, el('strong', {}, `${t('cases.action')}: ${t(`overlapAction.${relation.action}`)}`))] : []),
    ...(relation.reason ? [el('p', { class: 'explore-details__text' }, relation.reason)] : []),
    section(t('explore.details.sources'), sources),
  ];

  /** @param {string} id */
  function end(id) {
    const node = session.graph.nodes.get(id);
    return el('button', { type: 'button', class: 'explore-relation__other explore-relation__end', on: { click: () => actions.select(id) } }, node && kindIcon(node.kind), el('span', {}, node?.title ?? id));
  }
}

/** The sources of a relation stand with those of its nodes. @param {HTMLElement} place @param {import('./filters.js').RelationSummary} relation @param {import('./session.js').Session} session @param {AbortSignal} signal */
async function fill(place, relation, session, signal) {
  try {
    const { relations } = await session.data.details(relation.from, signal);
    const sources = relations.find((/** @type {any} */ entry) => entry.relation.key === relation.key)?.sources ?? [];
    mount(place, sources.length > 0 ? sourceList(sources) : el('p', { class: 'muted small' }, t('explore.relation.noSource')));
  } catch (error) {
    if (!isAbort(error)) mount(place, el('p', { class: 'explore-details__failed', role: 'alert' }, sentenceOf(error)));
  } finally {
    place.removeAttribute('aria-busy');
  }
}
