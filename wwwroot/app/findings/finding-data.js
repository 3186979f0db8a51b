// What the pages of findings ask the server for, and what one page tells the next.
import { get, post, put } from '../api.js';

/**
 * What a person has chosen for reading findings; kept on the server.
 * @typedef {{ judgeFirst: boolean, rawScores: boolean, noKeys: boolean, since?: string, feedCreated?: string }} Settings
 */

/** The ids of the list last looked at, so that a case can lead to the next one. @type {string[]} */
let lastList = [];

/** @param {string[]} ids */
export function rememberList(ids) {
  lastList = ids;
}

/** Those before and after in the list last looked at. @param {string} id @returns {{ previous?: string, next?: string, at: number, of: number }} */
export function neighboursOf(id) {
  const at = lastList.indexOf(id);
  return at < 0 ? { at, of: 0 } : { previous: lastList[at - 1], next: lastList[at + 1], at, of: lastList.length };
}

/** Notes that somebody looks at the list, and what they have chosen. @returns {Promise<Settings>} */
export const visit = () => post('/api/findings/visit');

/** @param {AbortSignal} signal @returns {Promise<Settings>} */
export const settings = (signal) => get('/api/findings/settings', { signal });

/** @param {Partial<Settings>} changes @returns {Promise<Settings>} */
export const saveSettings = (changes) => put('/api/findings/settings', changes);

/** @param {{ id: string, version: number }[]} findings @param {Record<string, any>} judgement */
export const judgeTogether = (findings, judgement) =>
  post('/api/findings/judgements', { ...judgement, findings: findings.map(({ id, version }) => ({ id, expectedVersion: version })) });

/** @param {{ role: string }} user */
export function mayJudge(user) {
  return user.role === 'planner' || user.role === 'administrator';
}
