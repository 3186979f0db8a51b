// Undo and redo: the views before this one and the ones that were undone.

/** @typedef {import('./explore-logic.js').View} View */
/** @typedef {{ past: readonly View[], present: View, future: readonly View[] }} History */

/** So many steps can be undone. */
export const limit = 100;

/** @param {View} view @returns {History} */
export function begin(view) {
  return { past: [], present: view, future: [] };
}

/** One step that can be undone. @param {History} history @param {View} view @returns {History} */
export function commit(history, view) {
  if (view === history.present) return history;
  return { past: [...history.past, history.present].slice(-limit), present: view, future: [] };
}

/** A change too small to be a step of its own, such as what is selected. @param {History} history @param {View} view @returns {History} */
export function amend(history, view) {
  return view === history.present ? history : { ...history, present: view };
}

/** @param {History} history @returns {History} */
export function undo(history) {
  const before = history.past.at(-1);
  if (!before) return history;
  return { past: history.past.slice(0, -1), present: before, future: [history.present, ...history.future] };
}

/** @param {History} history @returns {History} */
export function redo(history) {
  const [next, ...future] = history.future;
  if (!next) return history;
  return { past: [...history.past, history.present], present: next, future };
}
