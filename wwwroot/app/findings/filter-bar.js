// Which findings the list shows: every choice with how many it would give.
import { el } from '../dom.js';
import { field } from '../fields.js';
import { t } from '../texts.js';
import { ownerOf } from './findings-logic.js';

const states = ['new', 'underReview', 'confirmed', 'dismissed', 'resolved'];
const dues = ['overdue', 'week', 'later', 'none'];
const ownWords = ['@mine', '@me', '@none', '@all'];

/**
 * @param {any} answer @param {URLSearchParams} query @param {(changes: Record<string, string | null>) => void} choose
 */
export function filterBar({ counts }, query, choose) {
  const select = (/** @type {string} */ name, /** @type {string} */ label, /** @type {[string, string][]} */ options, chosen = query.get(name) ?? '') =>
    field(`findings-${name}`, label,
      el('select', { class: 'ds-input', id: `findings-${name}`, on: { change: (/** @type {any} */ event) => choose({ [name]: event.target.value || null }) } },
        options.map(([value, text]) => el('option', { value, selected: chosen === value }, text))));
  const counted = (/** @type {Record<string, number>} */ table, /** @type {string} */ key, /** @type {string} */ value) => /** @type {[string, string]} */ (
    [value, t('findings.counted', { name: t(key), count: table[value] ?? 0 })]);
  const names = Object.keys(counts.byOwner).filter((name) => !name.startsWith('@'));
  return el('div', { class: 'toolbar', role: 'search', 'aria-label': t('findings.filter') },
    search(query, choose),
    select('state', t('findings.state'), [['', t('findings.state.open')], ...states.map((state) => counted(counts.byState, `findingState.${state}`, state)), ['all', t('findings.state.all')]]),
    select('owner', t('property.owner'), [...ownWords.map((word) => /** @type {[string, string]} */ ([word, t(`cases.owner.${word.slice(1)}`)])),
      ...names.map((name) => /** @type {[string, string]} */ ([name, t('findings.counted', { name, count: counts.byOwner[name] })]))], ownerOf(query)),
    select('type', t('findings.type'), [['', t('findings.type.all')], ...Object.keys(counts.byType).map((type) => counted(counts.byType, `findingKind.${type}`, type))]),
    select('due', t('findings.dueDate'), [['', t('cases.due.all')], ...dues.map((due) => counted(counts.byDue, `cases.due.${due}`, due))]),
    check('new', t('cases.onlyNew', { count: counts.new }), query, choose),
    (counts.leftOut > 0 || query.get('leftOut')) && check('leftOut', t('cases.onlyLeftOut', { count: counts.leftOut }), query, choose),
    query.get('member') && el('button', { type: 'button', class: 'ds-button', data: { variant: 'tertiary' }, on: { click: () => choose({ member: null }) } }, t('findings.allMembers')));
}

/** @param {URLSearchParams} query @param {(changes: Record<string, string | null>) => void} choose */
function search(query, choose) {
  const input = el('input', { class: 'ds-input', id: 'findings-q', type: 'search', value: query.get('q') ?? '', autocomplete: 'off', 'aria-keyshortcuts': '/' });
  return el('form', { class: 'ds-field', on: { submit: (/** @type {Event} */ event) => { event.preventDefault(); choose({ q: input.value.trim() || null }); } } },
    el('label', { class: 'ds-label', for: 'findings-q' }, t('cases.search')), input);
}

/** @param {string} name @param {string} label @param {URLSearchParams} query @param {(changes: Record<string, string | null>) => void} choose */
function check(name, label, query, choose) {
  return el('label', { class: 'check' }, el('input', { id: `findings-${name}`, type: 'checkbox', class: 'ds-input', checked: query.get(name) === 'true', on: { change: (/** @type {any} */ event) => choose({ [name]: event.target.checked ? 'true' : null }) } }), label);
}
