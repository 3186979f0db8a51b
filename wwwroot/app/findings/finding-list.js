// How a finding is named and linked to, wherever one is needed.
import { el } from '../dom.js';
import { t } from '../texts.js';

export const stateColors = { new: 'info', underReview: 'warning', confirmed: 'danger', dismissed: '', resolved: 'success' };

/** @param {string} id `finding/<slug>` */
export function findingHref(id) {
  return `/findings/${id.slice('finding/'.length)}`;
}

/** @param {string} value */
export function findingState(value) {
  return el('span', { class: 'state', data: { color: stateColors[/** @type {keyof typeof stateColors} */ (value)] } }, t(`findingState.${value}`));
}

/** New, back, past its day. @param {any} finding */
export function findingTags(finding) {
  const tag = (/** @type {string} */ key, /** @type {string} */ color) => el('span', { class: 'ds-tag', data: { color, variant: 'outline' } }, t(key));
  return [finding.isNew && tag('findings.isNew', 'info'), finding.reopened && tag('findings.reopened', 'warning'), finding.overdue && tag('cases.overdue', 'danger')];
}

/** @param {any[]} findings */
export function findingList(findings) {
  return el('ul', { class: 'list' }, findings.map((finding) => el('li', {},
    el('a', { href: findingHref(finding.id) }, finding.title), ' ', findingState(finding.state))));
}
