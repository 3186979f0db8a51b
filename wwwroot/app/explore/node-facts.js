// What the details of a node are made of: properties, relations with their sources, findings.
import { el } from '../dom.js';
import { date, dateTime, number, period } from '../format.js';
import { kindIcon } from '../kinds.js';
import { relationLine, relationNames } from '../relations.js';
import { hasText, t } from '../texts.js';
import { signed } from './graph-style.js';
import { capital, relationWord } from './words.js';

/** Shown elsewhere, or the product's own. */
const leftOut = new Set(['id', 'kind', 'title', 'text', 'sources', 'version']);
/** @type {Record<string, string>} which vocabulary a property's value is a word of, by kind where kinds differ */
const vocabulary = {
  'Plan.type': 'planType', 'Plan.status': 'planStatus', 'Plan.level': 'planLevel', 'Goal.level': 'goalLevel', 'Strategy.type': 'strategyKind', 'Measure.status': 'measureStatus',
  'GoalConflict.status': 'conflictStatus', 'Sdg.dimension': 'sdgDimension', dimension: 'dimension', standing: 'standing', useDoubt: 'useDoubt', councilDecision: 'councilDecision',
};

/** @param {Record<string, any>} node as the server keeps it @param {{ at: string, actor: string } | undefined} lastChange */
export function nodeFacts(node, lastChange) {
  const rows = Object.entries(node).filter(([name, value]) => !leftOut.has(name) && value !== null && value !== '' && !(name === 'useDoubt' && value === 'none') && hasText(`property.${name}`))
    .map(([name, value]) => [t(`property.${name}`), valueOf(node.kind, name, value)]);
  if (lastChange) rows.push([t('explore.details.changed'), t('explore.details.changedBy', { date: dateTime(lastChange.at), actor: lastChange.actor })]);
  return el('dl', { class: 'facts' }, rows.flatMap(([name, value]) => [el('dt', {}, name), el('dd', {}, value)]));
}

/** @param {string} kind @param {string} name @param {any} value @returns {import('../dom.js').Child} */
function valueOf(kind, name, value) {
  if (name === 'link') return el('a', { href: value, rel: 'noreferrer' }, value);
  if (name === 'period') return value.printed ? printed(period(value.from, value.to), value.printed) : period(value.from, value.to);
  if (value?.printed !== undefined) return printed(date(value.date), value.printed, value.uncertain);
  if (/^\d{4}-\d\d-\d\d$/.test(value)) return date(value);
  if (name === 'year') return String(value);
  if (typeof value === 'number') return number(value);
  const key = `${vocabulary[`${kind}.${name}`] ?? vocabulary[name]}.${value}`;
  return hasText(key) ? t(key) : String(value);
}

/** What was understood, and what the document says when that is something else. @param {string} understood @param {string} text @param {boolean} [uncertain] */
function printed(understood, text, uncertain = false) {
  const plain = (/** @type {string} */ some) => some.replace(/[\s–-]/g, '');
  if (!understood || (!uncertain && plain(understood) === plain(text))) return understood || text;
  return el('span', {}, understood, uncertain && ` ${t('explore.details.uncertain')}`, el('span', { class: 'explore-details__printed' }, t('explore.details.printed', { text })));
}

/** @param {any[]} relations @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions */
export function relationGroups(relations, session, actions) {
  /** @type {Map<string, any[]>} */
  const groups = new Map();
  for (const entry of relations) {
    const key = `${entry.relation.type} ${entry.outgoing}`;
    groups.set(key, [...(groups.get(key) ?? []), entry]);
  }
  const order = (/** @type {any[]} */ [{ relation, outgoing }]) => relationNames.indexOf(relation.type) * 2 + (outgoing ? 0 : 1);
  return el('div', { class: 'explore-relations' }, [...groups.values()].sort((a, b) => order(a) - order(b)).map((entries) => el('div', {},
    el('h4', { class: 'explore-relations__type' }, relationLine(entries[0].relation.type), capital(relationWord(entries[0].relation.type, entries[0].outgoing)), el('span', { class: 'count' }, entries.length)),
    el('ul', {}, entries.map((entry) => el('li', {}, relationItem(entry, session, actions)))))));
}

/** @param {any} entry @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions */
function relationItem({ relation, sources, other }, session, actions) {
  const there = Boolean(session.view.nodes[other.id]);
  return el('div', { class: 'explore-relation' },
    el('button', { type: 'button', class: 'explore-relation__other', on: { click: () => (there ? actions.select(other.id) : actions.show([other.id])) } },
      kindIcon(other.kind), el('span', {}, other.title), !there && el('span', { class: 'explore-relation__absent' }, t('explore.details.bring'))),
    typeof relation.score === 'number' && el('p', { class: 'explore-relation__reason' }, el('strong', {}, signed(relation.score)), relation.reason ? ` ${relation.reason}` : ''),
    typeof relation.score !== 'number' && relation.reason && el('p', { class: 'explore-relation__reason' }, relation.reason),
    relation.side && el('p', { class: 'explore-relation__reason' }, t(`explore.side.${relation.side}`)),
    sources?.length > 0 && sourceList(sources));
}

/** @param {{ document: string, place: string, basis: string, judgedBy?: string }[]} sources */
export function sourceList(sources) {
  return el('ul', { class: 'explore-sources' }, sources.map(({ document, place, basis, judgedBy }) => el('li', {},
    el('span', { class: 'explore-sources__document' }, [document, place].filter(Boolean).join(', ')),
    el('span', { class: 'explore-sources__basis', data: { basis } }, basis === 'judged' && judgedBy ? t('explore.details.judgedBy', { who: judgedBy }) : t(`basis.${basis}`)))));
}

/** @param {any[]} findings */
export function findingList(findings) {
  return el('ul', { class: 'explore-findings' }, findings.map((finding) => el('li', {},
    el('a', { href: `/findings/${finding.id.split('/')[1]}` }, finding.title), ' ',
    el('span', { class: 'state', data: { color: finding.state === 'new' ? 'warning' : 'info' } }, t(`findingState.${finding.state}`)))));
}
