// The list of findings without a page.
import { pick } from '../router.js';

const filterNames = ['state', 'type', 'owner', 'member', 'due', 'leftOut', 'new', 'q', 'sort', 'desc'];

/** What can be said of a case, with the key that says it and what must go with it. */
export const choices = /** @type {const} */ ([
  { state: 'underReview', key: 'v', needsNote: false },
  { state: 'confirmed', key: 'b', needsNote: false },
  { state: 'dismissed', key: 'a', needsNote: true },
  { state: 'new', key: 'n', needsNote: false },
]);

/** Every key of one letter on the pages of findings, in the order of the help. */
export const keys = /** @type {const} */ ([
  { key: 'j', also: '↓', does: 'next' }, { key: 'k', also: '↑', does: 'previous' }, { key: 'x', also: '', does: 'select' },
  ...choices.map(({ state, key }) => /** @type {const} */ ({ key, also: '', does: state })),
  { key: '/', also: '', does: 'search' }, { key: 'Esc', also: '', does: 'clear' }, { key: '?', also: '', does: 'help' },
]);

/** @typedef {'next' | 'previous' | 'select' | 'search' | 'clear' | 'help' | typeof choices[number]['state']} Deed */

/**
 * What the list asks the server for. Without a word about owners that is what is mine or nobody's, but everybody's where the list is about one
 * plan or goal: the number on its page counts everybody's.
 * @param {URLSearchParams} query @param {boolean} [judgeFirst] the order must not give the score away @returns {Record<string, string>}
 */
export function filtersOf(query, judgeFirst = false) {
  const { owner = query.get('member') ? '@all' : '@mine', sort = judgeFirst ? 'came' : '', ...filters } = pick(query, filterNames);
  return { ...filters, ...(owner === '@all' ? {} : { owner }), ...(sort ? { sort } : {}) };
}

/** The owner that the list is narrowed to, as the filter shows it. @param {URLSearchParams} query */
export function ownerOf(query) {
  return query.get('owner') ?? (query.get('member') ? '@all' : '@mine');
}

/**
 * What a person may say of a finding, and what must go with it.
 * @param {string} state @returns {{ state: string, key: string, needsNote: boolean }[]}
 */
export function judgements(state) {
  return choices.filter((choice) => choice.state !== state).map((choice) => ({ ...choice }));
}

/**
 * What a key means on the pages of findings; undefined where it means nothing: while one types, with Ctrl, Alt or Meta, in a dialog.
 * @param {{ key: string, ctrlKey: boolean, altKey: boolean, metaKey: boolean, defaultPrevented: boolean }} event
 * @param {{ typing: boolean, inDialog: boolean, inRows: boolean }} where inRows: the arrow keys move among the rows only when one is in them
 * @returns {Deed | undefined}
 */
export function deedOf(event, { typing, inDialog, inRows }) {
  if (typing || inDialog || event.ctrlKey || event.altKey || event.metaKey || event.defaultPrevented) return undefined;
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') return inRows ? (event.key === 'ArrowDown' ? 'next' : 'previous') : undefined;
  if (event.key === 'Escape') return 'clear';
  return keys.find((one) => one.key === event.key)?.does;
}

/**
 * Those that were chosen and are still in the list.
 * @param {ReadonlySet<string>} selected @param {readonly { id: string }[]} findings
 */
export function stillThere(selected, findings) {
  return new Set(findings.map(({ id }) => id).filter((id) => selected.has(id)));
}

/** Whether a case waits for somebody, so that judging first hides its score. @param {string} state */
export function isOpen(state) {
  return state === 'new' || state === 'underReview';
}

/** Steps of a score that say nothing without their weight. */
const bareSteps = new Set(['overlap.rank', 'overlap.kinds']);

/**
 * What is said in sentences: all that does not count, or, for who judges before seeing the score, all that says something without it. Likely goals are not
 * said again where they stand in a list of their own.
 * @template {{ key: string, weight?: number | null }} Line
 * @param {{ evidence: Line[], likely?: unknown[] }} finding @param {boolean} hidden @returns {Line[]}
 */
export function sentencesOf({ evidence, likely }, hidden) {
  return evidence.filter(({ key, weight }) => (hidden ? !bareSteps.has(key) : typeof weight !== 'number' || weight === 0) && !(likely && likely.length > 0 && key.startsWith('anchoring.likely.')));
}

/**
 * The parts of a score, largest first, with where each begins and ends on a line from 0 to the largest sum: a waterfall.
 * @param {{ text: string, weight?: number | null }[]} evidence
 * @returns {{ text: string, weight: number, sum: number, from: number, to: number }[]} from and to in per cent; sum is what the parts make so far
 */
export function waterfall(evidence) {
  const parts = evidence.filter((one) => typeof one.weight === 'number' && one.weight !== 0).map((one) => ({ text: one.text, weight: Number(one.weight) }));
  let sum = 0;
  const steps = parts.map((part) => {
    const start = sum;
    sum = Math.round((sum + part.weight) * 100) / 100;
    return { ...part, sum, low: Math.min(start, sum), high: Math.max(start, sum) };
  });
  const top = Math.max(...steps.map((step) => step.high), 0.0001);
  return steps.map(({ text, weight, sum: total, low, high }) => ({ text, weight, sum: total, from: (Math.max(low, 0) / top) * 100, to: (high / top) * 100 }));
}
