// What a person can do in the explorer. Each fetches what it needs, asks the pure logic for the next view, and commits it.
import { isAbort, isAway, sentenceOf } from '../errors.js';
import { compare } from '../format.js';
import { t } from '../texts.js';
import { most } from './arrangement.js';
import * as logic from './explore-logic.js';
import { nextNeighbours } from './expansion.js';
import { boxOf } from './labels.js';
import { openAddress } from './opening.js';
import { place } from './placement.js';
import { layRoute } from './route-placement.js';
import { anchor, linesOn, readable, taken } from './sheet.js';

/** @typedef {ReturnType<typeof createActions>} Actions */

/** @param {import('./session.js').Session} session */
export function createActions(session) {
  const { data, graph, context } = session;
  const say = context.announce;
  /** @type {Set<string>} */
  const asked = new Set();
  const title = (/** @type {string} */ id) => graph.nodes.get(id)?.title ?? id;

  /** While something is fetched the screen says so; what goes wrong is told and leaves the picture as it was. @param {() => Promise<void>} work */
  async function busy(work) {
    session.set({ busy: true });
    try {
      await work();
    } catch (error) {
      if (!isAbort(error)) context.toast(sentenceOf(error), { color: 'danger', action: isAway(error) ? { text: t('shell.failure.again'), act: () => busy(work) } : undefined });
    } finally {
      session.set({ busy: false });
    }
  }

  /** @param {readonly string[]} ids @param {{ x: number, y: number }} around @param {boolean} center */
  const room = (ids, around, center) => place(
    ids.map((id) => ({ id, box: boxOf(/** @type {any} */ (graph.nodes.get(id))) })), around, taken(session), { center, lines: linesOn(session) });

  /** Brings nodes onto the sheet, near what they hang on, and selects the last. @param {readonly string[]} ids */
  const show = (ids) => busy(async () => {
    const missing = await data.load(ids);
    const found = ids.filter((id) => !missing.includes(id));
    const there = Object.keys(session.view.nodes);
    await data.connect(found.filter((id) => !session.view.nodes[id]), there);
    let view = session.view;
    for (const id of found.filter((one) => !view.nodes[one])) {
      view = logic.addNodes(view, place([{ id, box: boxOf(/** @type {any} */ (graph.nodes.get(id))) }], anchor(id, session) ?? session.middle(), taken(session, view), { center: true, lines: linesOn(session, view) }));
    }
    session.set({ details: true, relation: null });
    session.commit(logic.select(view, found.slice(-1)));
    if (missing.length > 0) context.toast(t('explore.missing', { names: missing.map(readable).join(', ') }), { color: 'warning' });
  });

  /** @param {string} id @param {import('./expansion.js').Direction | null} direction */
  const expand = (id, direction = null) => busy(async () => {
    await data.neighbours(id);
    const next = nextNeighbours(id, session.view, graph, direction, compare);
    await data.connect(next.bring, Object.keys(session.view.nodes));
    const at = session.view.nodes[id];
    if (!at) return;
    const view = logic.addNodes(session.view, room(next.bring, at, false), id, next.met);
    session.commit(view);
    say(t(next.bring.length === 0 ? 'explore.expand.nothing' : next.left > 0 ? 'explore.expand.some' : 'explore.expand.done',
      { count: next.bring.length, left: next.left, title: title(id) }));
  });

  /** @param {string} id */
  function collapse(id) {
    const before = Object.keys(session.view.nodes).length;
    session.commit(logic.collapse(session.view, id));
    say(t('explore.collapse.done', { count: before - Object.keys(session.view.nodes).length, title: title(id) }));
  }

  /** @param {readonly string[]} ids */
  function removeNodes(ids) {
    session.commit(logic.removeNodes(session.view, ids));
    say(t('explore.remove.done', { count: ids.length }));
  }

  /** @param {'force' | 'hierarchy'} layout */
  const arrange = (layout) => busy(async () => {
    if (Object.keys(session.view.nodes).length > most) return context.toast(t('explore.layout.tooMany', { count: most }), { color: 'warning' });
    session.commit(logic.moveNodes(session.view, await session.arrangement(layout), layout));
    say(t(`explore.layout.${layout}.done`));
  });

  /** Finds how two nodes hang together, and shows the shortest way. @param {string} from @param {string} to */
  const connect = (from, to) => busy(async () => {
    const list = await data.routes(from, to);
    session.set({ routes: { list, chosen: 0 }, details: true, relation: null });
    if (list.length > 0) await showRoute(0, [from, to]);
    else session.commit({ ...session.view, path: [from, to] });
    say(list.length > 0 ? t('explore.path.found', { count: list.length }) : t('explore.path.none'));
  });

  /** @param {number} chosen @param {readonly [string, string]} [ends] */
  async function showRoute(chosen, ends) {
    const route = session.screen.routes?.list[chosen];
    const path = ends ?? session.view.path;
    if (!route || !path) return;
    const ids = route.nodes.map((node) => node.id);
    await data.connect(ids.filter((id) => !session.view.nodes[id]), Object.keys(session.view.nodes));
    session.set({ routes: { list: session.screen.routes?.list ?? [], chosen } });
    const places = layRoute(route.nodes, session.view, taken(session), session.middle());
    session.commit({ ...logic.addNodes(session.view, places), path });
  }

  const actions = {
    busy, show, expand, collapse, removeNodes, arrange, connect,
    /** @param {number} chosen */
    chooseRoute: (chosen) => busy(() => showRoute(chosen)),
    leavePath() {
      session.set({ routes: null });
      session.commit({ ...session.view, path: null }, { big: false });
    },
    /** Only what is selected and its relations to each other. @param {readonly string[]} ids */
    keepOnly: (ids) => session.commit(logic.keepNodes(session.view, new Set(ids))),
    clear() {
      session.set({ details: false, routes: null, filters: false });
      session.commit({ ...logic.emptyView, panes: session.view.panes });
    },
    /** @param {Readonly<Record<string, { x: number, y: number }>>} places */
    move: (places) => session.commit(logic.moveNodes(session.view, places), { big: false }),
    /** @param {string | null} id @param {{ more?: boolean, open?: boolean }} [options] more: beside what is selected already */
    select(id, { more = false, open = true } = {}) {
      session.set({ relation: null, ...(more ? {} : { details: id !== null && (open || session.screen.details) }) });
      session.amend(id === null ? logic.select(session.view, []) : more ? logic.toggleSelected(session.view, id) : logic.select(session.view, [id]));
    },
    /** Why a line is there. @param {string} key */
    openRelation: (key) => session.set({ relation: key, details: true }),
    /** @param {string} id */
    focus(id) {
      const off = session.view.focus === id;
      session.commit(logic.focusOn(session.view, off ? null : id), { big: false });
      say(off ? t('explore.focus.off') : t('explore.focus.on', { title: title(id) }));
    },
    /** Sectors are told by id; the filter needs their names. What cannot be fetched keeps its id. */
    async nameSectors() {
      const unnamed = [...new Set([...graph.nodes.values()].flatMap((node) => node.sectors ?? []))].filter((id) => !graph.nodes.has(id) && !asked.has(id));
      if (unnamed.length === 0) return;
      for (const id of unnamed) asked.add(id);
      await busy(async () => void await data.load(unnamed));
    },
    /** @param {import('./explore-logic.js').View} view a view that filters otherwise */
    filter: (view) => session.commit(view, { big: false }),
    /** @param {import('./explore-logic.js').Panes} panes */
    panes: (panes) => session.amend({ ...session.view, panes }),
    undo() {
      session.undo();
      say(t('explore.undo.done'));
    },
    redo() {
      session.redo();
      say(t('explore.redo.done'));
    },
    /** @param {string} search @param {string} [hash] */
    open: (search, hash = '') => busy(() => openAddress(session, actions, search, hash)),
    /** The first address of a visit. While the database is away the page says so instead, and keeps the address. @param {string} search @param {string} hash */
    async begin(search, hash) {
      let away;
      await busy(() => openAddress(session, actions, search, hash).catch((error) => {
        if (!isAway(error)) throw error;
        away = error;
      }));
      if (away) throw away;
    },
  };
  return actions;
}
