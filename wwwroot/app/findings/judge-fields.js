// The fields of a judgement, for one finding and for several.
import { el } from '../dom.js';
import { field } from '../fields.js';
import { t } from '../texts.js';

const actions = ['merge', 'delimit', 'refer', 'keepBoth'];

/** @param {string} prefix @param {boolean} needed @param {string} error the id of the element that says what is wrong @param {boolean} [may] whether it may turn out to be needed */
export function noteField(prefix, needed, error, may = needed) {
  return field(`${prefix}-note`, t('findings.note'),
    el('textarea', { class: 'ds-input', id: `${prefix}-note`, name: 'note', rows: 3, 'aria-required': needed && 'true', 'aria-describedby': may ? `${error} ${prefix}-note-help` : error }),
    may && el('p', { class: 'muted small', id: `${prefix}-note-help` }, t('findings.noteHelp')));
}

/** @param {string} prefix @param {string} value @param {string[]} owners those who own something already @param {string} me @param {string} help */
export function ownerField(prefix, value, owners, me, help) {
  return field(`${prefix}-owner`, t('property.owner'),
    el('input', { class: 'ds-input', id: `${prefix}-owner`, name: 'owner', value, autocomplete: 'off', list: `${prefix}-owners`, 'aria-describedby': `${prefix}-owner-help` }),
    el('datalist', { id: `${prefix}-owners` }, [...new Set([me, ...owners])].map((name) => el('option', { value: name }))),
    el('p', { class: 'muted small', id: `${prefix}-owner-help` }, help));
}

/** @param {string} prefix @param {string} value */
export function dueField(prefix, value) {
  return field(`${prefix}-due`, t('findings.dueDate'), el('input', { class: 'ds-input', id: `${prefix}-due`, name: 'dueDate', type: 'date', value }));
}

/** What is to be done about plans that overlap. @param {string} prefix @param {string | null | undefined} value */
export function actionField(prefix, value) {
  return field(`${prefix}-action`, t('cases.action'),
    el('select', { class: 'ds-input', id: `${prefix}-action`, name: 'action', 'aria-describedby': `${prefix}-action-help` },
      el('option', { value: '' }, t('cases.action.none')), actions.map((action) => el('option', { value: action, selected: action === value }, t(`overlapAction.${action}`)))),
    el('p', { class: 'muted small', id: `${prefix}-action-help` }, t('cases.action.help')));
}
