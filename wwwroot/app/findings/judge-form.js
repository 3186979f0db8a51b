// The form that says what a finding is.
import { ApiError, get, post } from '../api.js';
import { el } from '../dom.js';
import { sentenceOf } from '../errors.js';
import { t } from '../texts.js';
import { keyHint } from './finding-keys.js';
import { judgements } from './findings-logic.js';
import { actionField, dueField, noteField, ownerField } from './judge-fields.js';

/** @param {any} finding @param {{ path: string, show: (finding: any) => void, context: import('../shell/pages.js').Context, noKeys: boolean }} options */
export function judgeForm(finding, { path, show, context, noKeys }) {
  if (finding.state === 'resolved') return el('div', { class: 'card' }, el('h2', {}, t('findings.judge')), el('p', {}, t('cases.resolved')));
  const choices = [...judgements(finding.state), { state: finding.state, key: '', needsNote: false }];
  const error = el('p', { class: 'ds-validation-message', id: 'judge-error', role: 'alert', hidden: true, data: { color: 'danger' } });
  const complain = (/** @type {string} */ sentence) => {
    error.textContent = sentence;
    error.hidden = false;
  };
  const action = finding.type === 'overlap' && el('div', {}, actionField('judge', finding.action));
  const showAction = (/** @type {string} */ state) => { if (action) action.hidden = state !== 'confirmed'; };
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const values = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const text = (/** @type {string} */ name) => String(values.get(name) ?? '').trim() || null;
    const state = String(values.get('state') ?? finding.state);
    if (choices.find((choice) => choice.state === state)?.needsNote && !text('note')) {
      complain(t('findings.noteNeeded'));
      document.getElementById('judge-note')?.focus();
      return;
    }
    try {
      show(await post(`${path}/judgement`, { state, note: text('note'), owner: text('owner'), dueDate: text('dueDate'), action: state === 'confirmed' ? text('action') : null, expectedVersion: finding.version }));
      context.toast(t('findings.saved', { state: t(`findingState.${state}`).toLowerCase() }));
      /** @type {HTMLElement | null} */ (document.querySelector('main h1'))?.focus();
    } catch (problem) {
      complain(problem instanceof ApiError && problem.problem.problems?.length > 0 ? problem.problem.problems.join(' ') : sentenceOf(problem));
      if (problem instanceof ApiError && problem.status === 409) context.toast(t('findings.changedMeanwhile'), { color: 'warning', action: { text: t('findings.reload'), act: () => get(path).then(show) } });
    }
  };
  showAction(choices[0].state);
  return el('form', { class: 'card judge', novalidate: true, on: { submit } },
    el('h2', {}, t('findings.judge')),
    el('fieldset', { class: 'ds-fieldset' }, el('legend', { class: 'ds-label' }, t('findings.judge.what')),
      choices.map((choice, i) => el('label', { class: 'check' }, el('input', { type: 'radio', class: 'ds-input', name: 'state', value: choice.state, checked: i === 0, 'aria-keyshortcuts': !noKeys && choice.key, on: { change: () => showAction(choice.state) } }),
        el('span', {}, choice.state === finding.state ? t('cases.judge.same', { state: t(`findingState.${choice.state}`).toLowerCase() }) : t(`findings.judge.${choice.state}`), choice.key && [' ', keyHint(choice.key, noKeys)])))),
    action,
    noteField('judge', false, 'judge-error', true),
    ownerField('judge', finding.owner ?? '', [], context.user.name, t('cases.ownerHelp')),
    dueField('judge', finding.dueDate ?? ''),
    error,
    el('div', {}, el('button', { class: 'ds-button', type: 'submit' }, t('findings.save'))));
}
