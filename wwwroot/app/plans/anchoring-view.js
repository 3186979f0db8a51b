// What can be done about a plan's anchoring on its page: take up a likely goal, or declare the plan exempt.
import { ApiError, post } from '../api.js';
import { el } from '../dom.js';
import { sentenceOf } from '../errors.js';
import { field } from '../fields.js';
import { nodeLink } from '../nodes/nodes.js';
import { t } from '../texts.js';
import { exemptionChange, likelyChange, mayChange } from './anchoring-logic.js';

/** @typedef {import('../shell/pages.js').Context & { reload: () => Promise<void> }} Work what the page gives: its context, and how to show itself anew */

/** Goals that the plan may be meant for, with what speaks for each. @param {any} plan @param {any[] | undefined} likely @param {Work} context @param {'h2' | 'h3'} [heading] */
export function likelyGoals(plan, likely, context, heading = 'h3') {
  if (!likely || likely.length === 0) return null;
  const take = (/** @type {any} */ one) => save(likelyChange(plan, one, context.user.name, t('plans.likely.reason', { plan: plan.title, goal: one.goal.title })), context, t('plans.likely.saved'));
  return el('div', { class: 'section' },
    el(heading, {}, t('plans.likely')),
    el('p', { class: 'muted small' }, t('plans.likely.text')),
    el('ol', { class: 'likely' }, likely.map((/** @type {any} */ one) => el('li', {},
      nodeLink(one.goal), one.weak && [' ', el('span', { class: 'ds-tag', data: { color: 'neutral', variant: 'outline' } }, t('plans.likely.weak'))], el('ul', { class: 'small' }, one.evidence.map((/** @type {string} */ text) => el('li', {}, text))),
      mayChange(context.user.role) && el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, 'aria-label': t('plans.likely.takeOf', { goal: one.goal.title }), on: { click: () => take(one) } }, t('plans.likely.take'))))));
}

/** The form that declares a plan exempt, changes the declaration or takes it back. @param {any} plan @param {any} anchoring @param {Work} context */
export function exemption(plan, anchoring, context) {
  if (!mayChange(context.user.role) || !(anchoring.declared || ['unanchored', 'throughExpired', 'skipsLevel'].includes(anchoring.state))) return null;
  const error = el('p', { class: 'ds-validation-message', id: 'exemption-error', role: 'alert', hidden: true, data: { color: 'danger' } });
  const submit = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const values = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const [reason, expires, declaredBy] = ['reason', 'expires', 'declaredBy'].map((name) => String(values.get(name) ?? '').trim());
    error.hidden = Boolean(reason && expires && declaredBy);
    error.textContent = t('plans.exemption.incomplete');
    if (!error.hidden) return document.getElementById(!reason ? 'exemption-reason' : !expires ? 'exemption-expires' : 'exemption-by')?.focus();
    return save(exemptionChange(plan, { reason, expires, declaredBy }, t('plans.exemption.reason.set', { plan: plan.title })), context, t('plans.exemption.saved'));
  };
  const remove = () => save(exemptionChange(plan, null, t('plans.exemption.reason.removed', { plan: plan.title })), context, t('plans.exemption.removed'));
  return el('details', {}, el('summary', {}, t(plan.exemption ? 'plans.exemption.change' : 'plans.exemption.declare')),
    el('form', { class: 'section', novalidate: true, on: { submit } },
      el('p', { class: 'muted small' }, t('plans.exemption.text')),
      field('exemption-reason', t('plans.exemption.why'), el('textarea', { class: 'ds-input', id: 'exemption-reason', name: 'reason', rows: 2, 'aria-describedby': 'exemption-error' }, plan.exemption?.reason)),
      field('exemption-expires', t('plans.exemption.until'), el('input', { class: 'ds-input', id: 'exemption-expires', name: 'expires', type: 'date', value: plan.exemption?.expires ?? '' })),
      field('exemption-by', t('plans.exemption.by'), el('input', { class: 'ds-input', id: 'exemption-by', name: 'declaredBy', value: plan.exemption?.declaredBy ?? '', autocomplete: 'off' })),
      error,
      el('div', { class: 'actions' }, el('button', { class: 'ds-button', type: 'submit' }, t('plans.exemption.save')),
        plan.exemption && el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, on: { click: remove } }, t('plans.exemption.remove')))));
}

/** One change set; the toast takes it back. @param {any} change @param {Work} context @param {string} done */
async function save(change, context, done) {
  const undo = (/** @type {number} */ seq) => post(`/api/history/${seq}/undo`).then(context.reload, (error) => context.toast(sentenceOf(error), { color: 'danger' }));
  try {
    const { seq } = await post('/api/changes', change);
    await context.reload();
    context.toast(done, { action: { text: t('plans.undo'), act: () => undo(seq) } });
  } catch (error) {
    const stale = error instanceof ApiError && error.status === 409;
    context.toast(sentenceOf(error), { color: 'danger', action: stale ? { text: t('plans.reload'), act: context.reload } : undefined });
  }
}
