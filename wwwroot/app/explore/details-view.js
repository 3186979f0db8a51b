// The panel beside the picture: one node with everything known of it, several nodes, or the ways between two.
import { el, mount } from '../dom.js';
import { isAbort, sentenceOf } from '../errors.js';
import { kindIcon } from '../kinds.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { connectionSearch, severalNodes, waysBetween } from './connection-view.js';
import { expandMenu } from './expand-menu.js';
import { findingList, nodeFacts, relationGroups, sourceList } from './node-facts.js';
import { closeButton, section } from './panel-parts.js';
import { relationDetails } from './relation-details.js';
import { createMemory } from './session.js';
import { facts } from './words.js';

/** @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions */
export function createDetails(session, actions) {
  const body = el('div', { class: 'explore-details__body' });
  const element = el('aside', { class: 'explore-details', 'aria-label': t('explore.details.label'), hidden: true, tabindex: '-1', on: { keydown: onKey } }, body);
  /** @type {string | null} */
  let about = null;
  const changed = createMemory();
  /** @type {any} */
  let known;
  let asked = new AbortController();
  session.context.signal.addEventListener('abort', () => asked.abort());

  function update() {
    const { details, routes } = session.screen;
    const relation = session.drawn.relations.find((one) => one.key === session.screen.relation);
    const { selection, path } = session.view;
    const id = selection.at(-1) ?? null;
    element.hidden = !details || (id === null && !relation && !(routes && path));
    if (element.hidden) {
      changed();
      about = null;
      return;
    }
    if (!changed(session.view, session.fetched, routes, relation?.key, details)) return;
    if (relation) return showRelation(relation);
    if (routes && path) return draw(null, waysBetween(session, actions));
    if (selection.length > 1) return draw(null, severalNodes(session, actions));
    if (id !== about) fetchDetails(/** @type {string} */ (id));
    else drawNode(/** @type {string} */ (id));
  }

  /** @param {import('./filters.js').RelationSummary} relation */
  function showRelation(relation) {
    if (about === relation.key) return;
    asked.abort();
    asked = new AbortController();
    draw(relation.key, relationDetails(relation, session, actions, asked.signal));
  }

  /** @param {string | null} id @param {Node[]} content */
  function draw(id, content) {
    const focused = body.contains(document.activeElement) ? focusKey(document.activeElement) : undefined;
    const kept = id !== null && about === id ? body.scrollTop : 0;
    about = id;
    mount(body, content);
    body.scrollTop = kept;
    if (focused) /** @type {HTMLElement | undefined} */ ([...body.querySelectorAll('button, a, input')].find((one) => focusKey(one) === focused) ?? body.querySelector('button'))?.focus();
  }

  /** @param {string} id */
  async function fetchDetails(id) {
    asked.abort();
    asked = new AbortController();
    known = undefined;
    const { signal } = asked;
    drawNode(id);
    try {
      const answer = await session.data.details(id, signal);
      if (signal.aborted) return;
      known = answer;
    } catch (error) {
      if (isAbort(error)) return;
      known = { failed: sentenceOf(error) };
    }
    if (about === id) drawNode(id);
  }

  /** @param {string} id */
  function drawNode(id) {
    const node = session.graph.nodes.get(id);
    if (!node) return;
    draw(id, [head(node), buttons(node), ...(known?.failed ? [el('p', { class: 'explore-details__failed', role: 'alert' }, known.failed)] : []),
      section(t('explore.details.expand'), expandMenu(id, session, actions)),
      ...(known?.node ? nodeSections(known) : []),
      section(t('explore.path.title'), connectionSearch(id, session, actions))]);
  }

  /** @param {any} answer */
  function nodeSections({ node, relations, findings, lastChange }) {
    return [
      ...(node.text ? [el('p', { class: 'explore-details__text' }, node.text)] : []),
      ...(findings?.length ? [section(t('explore.details.findings'), findingList(findings))] : []),
      section(t('explore.details.facts'), nodeFacts(node, lastChange)),
      ...(relations.length > 0 ? [section(t('explore.details.relations', { count: relations.length }), relationGroups(relations, session, actions))] : []),
      ...(node.sources?.length ? [section(t('explore.details.sources'), sourceList(node.sources))] : []),
    ];
  }

  /** @param {import('./filters.js').NodeSummary} node */
  function head(node) {
    return el('header', { class: 'explore-details__head' },
      el('div', {}, el('p', { class: 'explore-details__kind' }, kindIcon(node.kind), facts(node)),
        el('h2', { class: 'explore-details__title' }, node.title),
        (node.flags ?? []).length > 0 && el('ul', { class: 'explore-flags' }, (node.flags ?? []).map((flag) => el('li', {}, icon('warning'), t(`explore.flag.${flag}`))))),
      closeButton(actions, session));
  }

  /** @param {import('./filters.js').NodeSummary} node */
  function buttons({ id, kind }) {
    const focused = session.view.focus === id;
    const button = (/** @type {import('../shell/icons.js').IconName} */ name, /** @type {string} */ text, /** @type {() => void} */ act, pressed = /** @type {boolean | undefined} */ (undefined)) =>
      el('button', { type: 'button', class: 'ds-button explore-button', 'aria-pressed': pressed === undefined ? undefined : String(pressed), data: { variant: 'tertiary' }, on: { click: act } }, icon(name), text);
    return el('div', { class: 'explore-details__actions' },
      button('focus', t('explore.focus'), () => actions.focus(id), focused),
      button('close', t('explore.remove'), () => actions.removeNodes([id])),
      kind === 'Plan' && el('a', { class: 'ds-button explore-button', href: `/plans/${id.split('/')[1]}`, data: { variant: 'tertiary' } }, icon('link'), t('explore.details.planPage')));
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    session.set({ details: false });
    element.dispatchEvent(new CustomEvent('pg:leave', { bubbles: true }));
  }

  return { element, update, focus: () => element.focus() };
}

/** What tells one control from another when they are drawn anew. @param {Element | null} element */
function focusKey(element) {
  return `${element?.tagName} ${element?.getAttribute('aria-label') ?? element?.textContent}`;
}
