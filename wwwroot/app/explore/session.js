// One visit to the explorer: the view with its history, what has been fetched, and what is open on the screen.
import { emptyView, isEmpty } from './explore-logic.js';
import { createData } from './explore-data.js';
import { shown } from './filters.js';
import { fromAddress, toAddress } from './view-address.js';
import { amend, begin, commit, redo, undo } from './view-history.js';

/** @typedef {import('./explore-logic.js').View} View */
/** @typedef {ReturnType<typeof createSession>} Session */
/**
 * What is open on the screen and not part of the view that a colleague should see.
 * @typedef {object} Screen
 * @property {boolean} filters the filter panel is open
 * @property {boolean} details the details of the selected node are open
 * @property {string | null} relation the key of the relation that the details are about, instead of a node
 * @property {boolean} busy something is being fetched
 * @property {string | null} keyboard the node that the arrow keys are at
 * @property {{ list: import('./explore-data.js').Route[], chosen: number } | null} routes the ways between the two ends of `view.path`
 */

/**
 * Remembers what something was drawn from, and tells whether that has changed. A panel that is drawn anew between the press and the release of a
 * button loses the click.
 */
export function createMemory() {
  /** @type {readonly unknown[]} */
  let before = [];
  return (/** @type {unknown[]} */ ...now) => {
    const changed = now.length !== before.length || now.some((value, i) => value !== before[i]);
    before = now;
    return changed;
  };
}

/** @param {import('../shell/pages.js').Context} context */
export function createSession(context) {
  const data = createData(context.signal);
  let history = begin(emptyView);
  let opening = false;
  let drawn = shown(emptyView, data.graph);
  /** @type {Screen} */
  let screen = { filters: false, details: false, relation: null, busy: false, keyboard: null, routes: null };
  /** @type {Set<() => void>} */
  const listeners = new Set();

  function tell() {
    drawn = shown(history.present, data.graph);
    for (const listener of listeners) listener();
  }

  /** @param {import('./view-history.js').History} next @param {boolean} step a step back in the browser as well */
  function turn(next, step) {
    if (next === history) return;
    history = next;
    writeAddress(step && !opening);
    tell();
  }

  /** @param {boolean} step */
  function writeAddress(step) {
    const address = location.pathname + toAddress(history.present);
    if (address !== location.pathname + location.search + location.hash) globalThis.history[step ? 'pushState' : 'replaceState'](null, '', address);
  }

  return {
    context,
    data,
    graph: data.graph,
    /** @returns {View} */
    get view() { return history.present; },
    get drawn() { return drawn; },
    /** How much has been fetched: what is drawn from it changes with it. */
    get fetched() { return data.graph.nodes.size + data.graph.relations.size; },
    get screen() { return screen; },
    get canUndo() { return history.past.length > 0; },
    get canRedo() { return history.future.length > 0; },
    get isEmpty() { return isEmpty(history.present); },

    /** Where new things go that hang on nothing; the picture tells. @type {() => { x: number, y: number }} */
    middle: () => ({ x: 0, y: 0 }),
    /** Computes an arrangement; the picture does it. @type {(layout: 'force' | 'hierarchy') => Promise<Record<string, { x: number, y: number }>>} */
    arrangement: async () => ({}),

    /** @param {() => void} listener called after every change */
    subscribe(listener) { listeners.add(listener); },

    /** A step that can be undone, and that the browser's own back button also undoes when it is big. @param {View} view @param {{ big?: boolean }} [options] */
    commit: (view, { big = true } = {}) => turn(commit(history, view), big),
    /** A change that is no step of its own. @param {View} view */
    amend: (view) => turn(amend(history, view), false),
    undo: () => turn(undo(history), false),
    redo: () => turn(redo(history), false),
    /** What the work leaves is the view to begin with: no steps before it, here or in the browser. @param {() => Promise<void>} work */
    async beginWith(work) {
      opening = true;
      try {
        await work();
      } finally {
        opening = false;
      }
      history = begin(history.present);
      writeAddress(false);
      tell();
    },

    /** The browser has gone back or forward. @returns {boolean} whether it was to a step that is known here */
    follow() {
      const wanted = toAddress(fromAddress(location.search, location.hash).view);
      const same = (/** @type {View | undefined} */ view) => view !== undefined && toAddress(view) === wanted;
      if (same(history.present)) return true;
      if (same(history.past.at(-1))) history = undo(history);
      else if (same(history.future[0])) history = redo(history);
      else return false;
      tell();
      return true;
    },

    /** @param {Partial<Screen>} change */
    set(change) {
      screen = { ...screen, ...change };
      tell();
    },
  };
}
