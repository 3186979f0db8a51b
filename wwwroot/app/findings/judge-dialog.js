// Asks what is to be said of several findings at once.
import { el } from '../dom.js';
import { t } from '../texts.js';
import { actionField, dueField, noteField, ownerField } from './judge-fields.js';

/**
 * @param {{ state?: string, findings: any[], owners: string[], me: string }} about state: what all of them become; without it only owner and day are asked for
 * @returns {Promise<Record<string, any> | null>} what to send; null when the person thought better of it
 */
export function askJudgement({ state, findings, owners, me }) {
  const needsNote = state === 'dismissed';
  const error = el('p', { class: 'ds-validation-message', id: 'ask-error', role: 'alert', hidden: true, data: { color: 'danger' } });
  const overlaps = state === 'confirmed' && findings.some((finding) => finding.type === 'overlap');
  const form = el('form', { method: 'dialog', class: 'judge', novalidate: true },
    overlaps && actionField('ask', null),
    state && noteField('ask', needsNote, 'ask-error'),
    ownerField('ask', '', owners, me, t('cases.ask.ownerHelp')),
    dueField('ask', ''),
    error,
    el('div', { class: 'actions' },
      el('button', { class: 'ds-button', type: 'submit', value: 'yes' }, state ? t(`cases.ask.do.${state}`) : t('cases.ask.do.assign')),
      el('button', { class: 'ds-button', type: 'submit', value: '', formnovalidate: true, data: { variant: 'secondary' } }, t('shell.cancel'))));
  const dialog = el('dialog', { class: 'ds-dialog', 'aria-labelledby': 'ask-title' },
    el('h2', { id: 'ask-title' }, t(state ? `cases.ask.${state}` : 'cases.ask.assign', { count: findings.length })),
    el('ul', { class: 'list small' }, findings.slice(0, 5).map((finding) => el('li', {}, finding.title)), findings.length > 5 && el('li', { class: 'muted' }, t('cases.ask.more', { count: findings.length - 5 }))),
    form);
  form.addEventListener('submit', (event) => {
    const note = String(new FormData(form).get('note') ?? '').trim();
    if (/** @type {any} */ (event.submitter)?.value !== 'yes' || !needsNote || note) return;
    event.preventDefault();
    error.textContent = t('findings.noteNeeded');
    error.hidden = false;
    /** @type {HTMLElement | null} */ (form.querySelector('[name="note"]'))?.focus();
  });
  document.body.append(dialog);
  dialog.showModal();
  /** @type {HTMLElement | null} */ (form.querySelector('select, textarea, input'))?.focus();
  return new Promise((resolve) => dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(dialog.returnValue === 'yes' ? valuesOf(form, state) : null);
  }));
}

/** What was filled in; what was not stays as it is in each finding. @param {HTMLFormElement} form @param {string | undefined} state */
function valuesOf(form, state) {
  const values = new FormData(form);
  const text = (/** @type {string} */ name) => String(values.get(name) ?? '').trim() || undefined;
  return { state, note: text('note'), owner: text('owner'), dueDate: text('dueDate'), action: text('action') };
}

