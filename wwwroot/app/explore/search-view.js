// A search field with suggestions, worked by mouse and keyboard alike (ARIA combobox with a list box).
import { isAbort, sentenceOf } from '../errors.js';
import { el, mount } from '../dom.js';
import { kindIcon } from '../kinds.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { facts } from './words.js';

/** @typedef {import('./filters.js').NodeSummary} NodeSummary */

/** Typing pauses this long before the server is asked. */
const pause = 140;
let made = 0;

/**
 * @param {{ label: string, placeholder?: string, large?: boolean, leave?: readonly string[],
 *   search: import('./explore-data.js').createData extends (...args: any) => infer Data ? Data extends { search: infer Search } ? Search : never : never,
 *   onChoose: (node: NodeSummary) => void, announce: (sentence: string) => void, marked?: (id: string) => boolean }} options
 */
export function createSearch({ label, placeholder = '', large = false, leave = [], search, onChoose, announce, marked = () => false }) {
  const name = `explore-search-${++made}`;
  /** @type {NodeSummary[]} */
  let hits = [];
  let active = -1;
  let asked = new AbortController();
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  const input = el('input', {
    class: 'ds-input', id: name, type: 'search', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder,
    'aria-autocomplete': 'list', 'aria-expanded': 'false', 'aria-controls': `${name}-list`, on: { input: later, keydown: onKey, focus: () => { if (input.value && hits.length > 0) open(); } },
  });
  const list = el('ul', { id: `${name}-list`, role: 'listbox', 'aria-label': label, class: 'explore-search__list' });
  const note = el('p', { class: 'explore-search__note', hidden: true });
  const panel = el('div', { class: 'explore-search__panel', hidden: true }, list, note);
  const element = el('div', { class: `explore-search${large ? ' explore-search--large' : ''}`, role: 'search', 'aria-label': label, on: { focusout: onLeave } },
    el('label', { for: name, class: large ? 'explore-search__label' : 'ds-sr-only' }, label), icon('search'), input, panel);

  function later() {
    clearTimeout(timer);
    asked.abort();
    if (input.value.trim().length < 2) return close();
    timer = setTimeout(ask, pause);
  }

  async function ask() {
    asked = new AbortController();
    const text = input.value.trim();
    try {
      const answer = await search(text, asked.signal);
      hits = answer.hits.map((hit) => hit.node).filter((node) => !leave.includes(node.id));
      draw(text, answer);
    } catch (error) {
      if (isAbort(error)) return;
      hits = [];
      say(sentenceOf(error));
      mount(list);
      open();
    }
  }

  /** @param {string} text @param {{ total: number, correction?: string }} answer */
  function draw(text, { total, correction }) {
    active = -1;
    mount(list, hits.map((node, i) => el('li', { id: `${name}-${i}`, role: 'option', 'aria-selected': 'false', class: 'explore-search__option', on: { pointerdown: (event) => { event.preventDefault(); choose(i); } } },
      kindIcon(node.kind),
      el('span', { class: 'explore-search__title' }, highlighted(node.title, correction ?? text)),
      el('span', { class: 'explore-search__facts' }, facts(node), marked(node.id) && ` · ${t('explore.search.there')}`))));
    say(hits.length === 0 ? t('explore.search.none', { text }) : correction ? t('explore.search.corrected', { text: correction })
      : total > hits.length ? t('explore.search.more', { count: total - hits.length }) : '');
    announce(t('explore.search.found', { count: hits.length }));
    open();
  }

  /** @param {string} sentence */
  function say(sentence) {
    note.textContent = sentence;
    note.hidden = !sentence;
  }

  function open() {
    panel.hidden = false;
    input.setAttribute('aria-expanded', 'true');
  }

  function close() {
    panel.hidden = true;
    active = -1;
    input.setAttribute('aria-expanded', 'false');
    input.removeAttribute('aria-activedescendant');
  }

  /** @param {number} i */
  function choose(i) {
    const node = hits[i];
    if (!node) return;
    input.value = '';
    hits = [];
    close();
    onChoose(node);
  }

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.key === 'Escape' && !panel.hidden) close();
    else if (event.key === 'Enter' && !panel.hidden) choose(Math.max(active, 0));
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') move(event.key === 'ArrowDown' ? 1 : -1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} by */
  function move(by) {
    if (hits.length === 0) return;
    open();
    list.children[active]?.setAttribute('aria-selected', 'false');
    active = (active + by + hits.length + (active < 0 && by < 0 ? 1 : 0)) % hits.length;
    list.children[active].setAttribute('aria-selected', 'true');
    list.children[active].scrollIntoView({ block: 'nearest' });
    input.setAttribute('aria-activedescendant', `${name}-${active}`);
  }

  /** @param {FocusEvent} event */
  function onLeave(event) {
    if (!element.contains(/** @type {Node | null} */ (event.relatedTarget))) close();
  }

  return { element, focus: () => input.focus() };
}

/** The words that were searched for stand out. @param {string} title @param {string} text */
function highlighted(title, text) {
  const words = text.split(/\s+/).filter((word) => word.length > 1).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [title];
  return title.split(new RegExp(`(${words.join('|')})`, 'i')).map((part, i) => (i % 2 === 1 ? el('mark', {}, part) : part));
}
