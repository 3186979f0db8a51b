// Nodes and relations in the words a planner uses.
import { period } from '../format.js';
import { hasText, t } from '../texts.js';
import { signed } from './graph-style.js';
import { dimensionKey, statusKey } from './filters.js';

/** @typedef {import('./filters.js').NodeSummary} NodeSummary */
/** @typedef {import('./filters.js').RelationSummary} RelationSummary */

/** @type {Record<string, (node: NodeSummary) => string | undefined>} */
const typeKeys = {
  Plan: ({ type }) => type && `planType.${type}`,
  Strategy: ({ type }) => type && `strategyKind.${type}`,
  Goal: ({ level }) => level && `goalLevel.${level}`,
};

/** The most telling word for what it is: Temaplan, Delmål, Målkonflikt. @param {NodeSummary} node */
export function typeWord(node) {
  const key = typeKeys[node.kind]?.(node);
  return t(key && hasText(key) && !key.endsWith('.annet') ? key : `kind.${node.kind}`);
}

/** @param {NodeSummary} node */
export function statusWord(node) {
  const key = statusKey(node);
  return key && !key.endsWith('.unknown') && hasText(key) ? t(key) : '';
}

/** @param {NodeSummary} node */
export function dimensionWord(node) {
  const key = dimensionKey(node);
  return key && hasText(key) ? t(key) : '';
}

/** @param {NodeSummary} node */
export function periodWord(node) {
  return period(node.period?.from, node.period?.to);
}

/** One quiet line: Strategi · Vedtatt · 2018–2030 @param {NodeSummary} node */
export function facts(node) {
  return [typeWord(node), statusWord(node), periodWord(node)].filter(Boolean).join(' · ');
}

/** @param {string} type @param {boolean} outgoing */
export function relationWord(type, outgoing) {
  return t(outgoing ? `relation.${type}` : `relation.${type}.inverse`);
}

/** What stands on a line: the relation, and for influences how strong. @param {RelationSummary} relation */
export function lineWord(relation) {
  if (relation.type === 'AFFECTS') return `${relationWord(relation.type, true)} (${signed(relation.score ?? 0)})`;
  if (relation.type === 'CONFLICT_SIDE' && relation.side) return t(`explore.side.${relation.side}`);
  return relationWord(relation.type, true);
}

/** @param {string} word */
export function capital(word) {
  return word.charAt(0).toLocaleUpperCase('nb') + word.slice(1);
}

/** The words of tables and files. @type {import('./rows.js').Words} */
export const tableWords = {
  type: typeWord, status: statusWord, dimension: dimensionWord, period: periodWord,
  relation: (relation) => (relation.type === 'CONFLICT_SIDE' && relation.side ? `${relationWord(relation.type, true)} (${t(`explore.side.${relation.side}`)})` : relationWord(relation.type, true)),
  action: (relation) => (relation.action ? t(`overlapAction.${relation.action}`) : ''),
  basis: (relation) => t(`basis.${relation.basis}`),
};
