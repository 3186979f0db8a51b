// The list of findings without a page.
import { pick } from '../router.js';

const filterNames = ['state', 'type', 'owner', 'member', 'new', 'q'];

/** @param {URLSearchParams} query @returns {Record<string, string>} */
export function filtersOf(query) {
  return pick(query, filterNames);
}

/**
 * What a person may say of a finding, and what must go with it.
 * @param {string} state @returns {{ state: string, needsNote: boolean }[]}
 */
export function judgements(state) {
  return ['underReview', 'confirmed', 'dismissed', 'new']
    .filter((next) => next !== state)
    .map((next) => ({ state: next, needsNote: next === 'dismissed' }));
}

/**
 * The parts of a score, largest first, with where each begins and ends on a line from 0 to the largest sum: a waterfall.
 * @param {{ text: string, weight?: number | null }[]} evidence
 * @returns {{ text: string, weight: number, from: number, to: number }[]} from and to in per cent
 */
export function waterfall(evidence) {
  const parts = evidence.filter((one) => typeof one.weight === 'number' && one.weight !== 0).map((one) => ({ text: one.text, weight: Number(one.weight) }));
  let sum = 0;
  const steps = parts.map((part) => {
    const start = sum;
    sum += part.weight;
    return { ...part, low: Math.min(start, sum), high: Math.max(start, sum) };
  });
  const top = Math.max(...steps.map((step) => step.high), 0.0001);
  return steps.map(({ text, weight, low, high }) => ({ text, weight, from: (Math.max(low, 0) / top) * 100, to: (high / top) * 100 }));
}
