// The picture by keyboard: one tab stop, arrows along the relations, and each node told in words.
import { el } from '../dom.js';
import { t } from '../texts.js';
import { relationsByNode } from './filters.js';
import { otherEnd } from './expansion.js';
import { directions, readingOrder, toward } from './keyboard.js';
import { facts, relationWord } from './words.js';

/** So many of a node's relations are read out; the count tells the rest. */
const told = 6;

/**
 * @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions
 * @param {{ zoomBy: (factor: number) => void, fit: () => void, reveal: (id: string) => void, menu: (id: string) => void, details: () => void, search: () => void }} picture
 */
export function createGraphKeys(session, actions, picture) {
  const speech = el('div', { class: 'ds-sr-only', 'aria-live': 'assertive', id: 'explore-speech' });
  const help = el('p', { class: 'ds-sr-only', id: 'explore-keys' }, t('explore.keys.help'));

  const places = () => session.drawn.nodes.map(({ id }) => ({ id, x: session.view.nodes[id].x, y: session.view.nodes[id].y }));
  const at = () => (session.drawn.nodes.some((node) => node.id === session.screen.keyboard) ? session.screen.keyboard : null);

  /** @param {string | undefined} id */
  function go(id) {
    if (!id) return;
    session.set({ keyboard: id });
    picture.reveal(id);
    speech.replaceChildren(el('p', {}, tell(id)));
  }

  function start() {
    const { selection } = session.view;
    return selection.findLast((id) => session.drawn.nodes.some((node) => node.id === id)) ?? readingOrder(places())[0];
  }

  /** @param {string} key @param {string} from */
  function alongArrow(key, from) {
    const near = new Set((relationsByNode(session.drawn).get(from) ?? []).map((relation) => otherEnd(relation, from)));
    const next = toward(session.view.nodes[from], directions[key], places().filter(({ id }) => near.has(id) && id !== from));
    if (next) go(next);
    else speech.replaceChildren(el('p', {}, t('explore.keys.nothing')));
  }

  /** @param {string} from @param {number} by */
  function alongPage(from, by) {
    const order = readingOrder(places());
    go(order[(order.indexOf(from) + by + order.length) % order.length]);
  }

  /** @type {Record<string, (id: string) => void>} */
  const commands = {
    Enter: (id) => { actions.select(id); picture.details(); },
    ' ': (id) => actions.select(id, { more: true }),
    Home: () => go(start()), PageDown: (id) => alongPage(id, 1), PageUp: (id) => alongPage(id, -1),
    Delete: (id) => actions.removeNodes([id]), ContextMenu: (id) => picture.menu(id), F10: (id) => picture.menu(id),
    e: (id) => actions.expand(id), c: (id) => actions.collapse(id), f: (id) => actions.focus(id),
    '+': () => picture.zoomBy(1.25), '-': () => picture.zoomBy(0.8), '0': () => picture.fit(), '/': () => picture.search(),
  };

  /** @param {KeyboardEvent} event */
  function onKey(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || (event.key === 'F10' && !event.shiftKey)) return;
    const id = at();
    if (event.key === 'Escape') return leave();
    const arrow = Object.hasOwn(directions, event.key);
    if (!arrow && !Object.hasOwn(commands, event.key)) return;
    event.preventDefault();
    if (id === null && !['+', '-', '0', '/'].includes(event.key)) return go(start());
    if (arrow) alongArrow(event.key, /** @type {string} */ (id));
    else commands[event.key](id ?? '');
  }

  function leave() {
    if (session.view.selection.length > 0 || session.view.focus) {
      actions.select(null);
      if (session.view.focus) actions.focus(session.view.focus);
    } else session.set({ keyboard: null });
  }

  /** Mål: Alle har en god bolig. Delmål av: … 2 av 7 sammenhenger. @param {string} id */
  function tell(id) {
    const node = session.graph.nodes.get(id);
    if (!node) return '';
    const relations = relationsByNode(session.drawn).get(id) ?? [];
    const parts = relations.slice(0, told).map((relation) => t('explore.keys.relation', {
      relation: relationWord(relation.type, relation.from === id), title: session.graph.nodes.get(otherEnd(relation, id))?.title ?? '',
    }));
    return t('explore.keys.node', { facts: facts(node), title: node.title, count: relations.length, relations: parts.join('. ') });
  }

  return { speech, help, onKey, onFocus: () => { if (at() === null) go(start()); }, onBlur: () => session.set({ keyboard: null }) };
}
