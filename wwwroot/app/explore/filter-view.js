// What is left out: by kind, relation, status, sector and dimension, each value with its count.
import { el, mount } from '../dom.js';
import { kindIcon } from '../kinds.js';
import { relationLine } from '../relations.js';
import { icon } from '../shell/icons.js';
import { hasText, t } from '../texts.js';
import { facets, filterCount, hide, showEverything, toggleHidden } from './explore-logic.js';
import { facetValues, none } from './filters.js';
import { createMemory } from './session.js';
import { capital } from './words.js';

/** @typedef {import('./explore-logic.js').Facet} Facet */

/** @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions */
export function createFilters(session, actions) {
  const changed = createMemory();
  const body = el('div', { class: 'explore-filters__body' });
  const element = el('aside', { class: 'explore-filters', id: 'explore-filters', 'aria-label': t('explore.filter.label'), hidden: true, on: { keydown: onKey } }, body);

  function update() {
    element.hidden = !session.screen.filters;
    if (element.hidden || !changed(session.view, session.fetched)) return;
    actions.nameSectors();
    const focused = document.activeElement instanceof HTMLInputElement && body.contains(document.activeElement) ? document.activeElement.name : undefined;
    const scroll = body.scrollTop;
    mount(body, head(), facets.map(group), loose());
    body.scrollTop = scroll;
    if (focused) /** @type {HTMLElement | undefined} */ ([...body.querySelectorAll('input')].find((input) => input.name === focused))?.focus();
  }

  function head() {
    return el('header', { class: 'explore-filters__head' }, el('h2', {}, t('explore.filter')),
      filterCount(session.view) > 0 && el('button', { type: 'button', class: 'ds-button', data: { variant: 'tertiary' }, on: { click: () => actions.filter(showEverything(session.view)) } }, t('explore.filter.reset')),
      el('button', { type: 'button', class: 'ds-button', 'aria-label': t('explore.filter.close'), data: { variant: 'tertiary', icon: true }, on: { click: () => session.set({ filters: false }) } }, icon('close')));
  }

  /** @param {Facet} facet */
  function group(facet) {
    const values = facetValues(session.view, session.graph, facet);
    if (values.length === 0 || (values.length === 1 && values[0].value === none)) return null;
    return el('fieldset', { class: 'explore-filters__group' }, el('legend', {}, t(`explore.filter.${facet}`)),
      values.map(({ value, count, hidden }) => el('div', { class: 'explore-filters__row' },
        el('label', { class: 'explore-filters__item' },
          el('input', { type: 'checkbox', class: 'ds-input', name: `${facet} ${value}`, checked: !hidden, on: { change: () => actions.filter(toggleHidden(session.view, facet, value)) } }),
          facet === 'kinds' && kindIcon(/** @type {any} */ (value)), facet === 'types' && relationLine(/** @type {any} */ (value)),
          el('span', { class: 'explore-filters__word' }, wordOf(facet, value)), el('span', { class: 'explore-filters__number' }, count)),
        el('button', { type: 'button', class: 'explore-filters__only', disabled: values.length < 2, on: { click: () => actions.filter(hide(session.view, facet, values.map((one) => one.value).filter((one) => one !== value))) } },
          t('explore.filter.only'), el('span', { class: 'ds-sr-only' }, ` ${wordOf(facet, value)}`)))));
  }

  function loose() {
    return el('fieldset', { class: 'explore-filters__group' }, el('legend', {}, t('explore.filter.other')),
      el('label', { class: 'explore-filters__item' },
        el('input', { type: 'checkbox', class: 'ds-input', name: 'loose', checked: !session.view.hideLoose, on: { change: () => actions.filter({ ...session.view, hideLoose: !session.view.hideLoose }) } }),
        el('span', { class: 'explore-filters__word' }, t('explore.filter.loose'))));
  }

  /** @param {Facet} facet @param {string} value */
  function wordOf(facet, value) {
    if (value === none) return t(`explore.filter.none.${facet}`);
    if (facet === 'sectors') return session.graph.nodes.get(value)?.title ?? value.split('/')[1];
    const key = facet === 'kinds' ? `kind.${value}.plural` : facet === 'types' ? `relation.${value}` : value;
    return capital(hasText(key) ? t(key) : value);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key !== 'Escape') return;
    session.set({ filters: false });
    element.dispatchEvent(new CustomEvent('pg:leave', { bubbles: true }));
  }

  return { element, update };
}
