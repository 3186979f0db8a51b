// One finding as a case: what was seen, why, what people have said of it, and the form to say more.
import { ApiError, get, post } from '../api.js';
import { el, mount as put, svg } from '../dom.js';
import { sentenceOf } from '../errors.js';
import { date, dateTime, number, percent } from '../format.js';
import { exploreHref, nodeList, section } from '../nodes/nodes.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { findingState } from './finding-list.js';
import { judgements, waterfall } from './findings-logic.js';

export const title = () => t('findings.title');

/** @param {HTMLElement} container @param {Record<string, string>} parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, { slug }, context) {
  const path = `/api/findings/${encodeURIComponent(slug)}`;
  const show = (/** @type {any} */ finding) => {
    context.setTitle(finding.title);
    put(container, page(finding, form(finding, path, show, context)));
  };
  show(await get(path, { signal: context.signal }));
}

/** @param {any} finding @param {HTMLElement | null} judge */
function page(finding, judge) {
  return el('div', { class: 'page finding' },
    el('div', { class: 'page__head' },
      el('div', {}, el('p', { class: 'kind' }, t(`findingKind.${finding.type}`)), el('h1', {}, finding.title),
        el('p', {}, findingState(finding.state), ' ', finding.reopened && el('span', { class: 'ds-tag', data: { color: 'warning', variant: 'outline' } }, t('findings.reopened')))),
      el('div', { class: 'actions' },
        el('a', { class: 'ds-button', data: { variant: 'secondary' }, href: exploreHref(finding.members.map((/** @type {any} */ member) => member.id)) }, icon('graph'), t('findings.inGraph')),
        el('a', { class: 'ds-button', data: { variant: 'tertiary' }, href: '/findings' }, t('findings.toList')))),
    reopened(finding),
    el('div', { class: 'columns' },
      el('div', { class: 'stack' },
        section(t('findings.members'), nodeList(finding.members)),
        section(t('findings.evidence'), evidence(finding)),
        section(t('findings.judgements'), finding.judgements.length > 0 && said(finding.judgements))),
      el('aside', { class: 'stack', 'aria-label': t('findings.judge') }, judge, facts(finding))));
}

/** @param {any} finding */
function reopened({ reopenedBecause }) {
  return reopenedBecause?.length > 0 && el('div', { class: 'ds-alert', data: { color: 'warning' } },
    el('h2', {}, t('findings.reopened.title')), el('ul', {}, reopenedBecause.map((/** @type {string} */ text) => el('li', {}, text))));
}

/** Sentences first; where parts of a score add up, the same as bars. @param {any} finding */
function evidence(finding) {
  const steps = waterfall(finding.evidence);
  const plain = finding.evidence.filter((/** @type {any} */ one) => typeof one.weight !== 'number' || one.weight === 0);
  return el('div', { class: 'section' },
    plain.length > 0 && el('ul', {}, plain.map((/** @type {any} */ one) => el('li', {}, one.text))),
    steps.length > 0 && el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': t('findings.parts') },
      el('table', { class: 'ds-table' }, el('caption', { class: 'ds-sr-only' }, t('findings.parts')),
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('findings.part')), el('th', { scope: 'col', class: 'number' }, t('findings.weight')), el('th', { scope: 'col' }, el('span', { class: 'ds-sr-only' }, t('findings.bar'))))),
        el('tbody', {}, steps.map((step) => el('tr', {}, el('th', { scope: 'row', class: 'findings__part' }, step.text),
          el('td', { class: 'number' }, number(step.weight, { signDisplay: 'exceptZero', minimumFractionDigits: 2, maximumFractionDigits: 2 })),
          el('td', {}, svg('svg', { class: 'waterfall', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
            svg('rect', { class: step.weight < 0 ? 'waterfall__less' : 'waterfall__more', x: step.from, y: 1, width: Math.max(step.to - step.from, 0.8), height: 6 })))))),
        el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, t('findings.sum')), el('td', { class: 'number' }, percent(finding.score)), el('td', {}))))));
}

/** @param {any[]} judgementsMade */
function said(judgementsMade) {
  return el('ol', { class: 'list' }, [...judgementsMade].reverse().map((one) => el('li', { class: 'card' },
    el('p', { class: 'small' }, findingState(one.state), ' ', el('span', { class: 'muted' }, `${one.by} · ${dateTime(one.at)}`)), one.note && el('p', {}, one.note))));
}

/** @param {any} finding */
function facts(finding) {
  const rows = [['property.score', percent(finding.score)], ['property.owner', finding.owner], ['findings.dueDate', date(finding.dueDate)], ['findings.firstSeen', finding.firstSeen && dateTime(finding.firstSeen)]];
  return el('div', { class: 'card' }, el('h2', {}, t('findings.facts')),
    el('dl', { class: 'facts' }, rows.filter(([, value]) => value).flatMap(([key, value]) => [el('dt', {}, t(String(key))), el('dd', {}, value)])));
}

/** @param {any} finding @param {string} path @param {(finding: any) => void} show @param {import('../shell/pages.js').Context} context */
function form(finding, path, show, context) {
  if (!['planner', 'administrator'].includes(context.user.role)) return null;
  const choices = judgements(finding.state);
  const error = el('p', { class: 'ds-validation-message', id: 'judge-error', role: 'alert', hidden: true, data: { color: 'danger' } });
  const complain = (/** @type {string} */ sentence) => {
    error.textContent = sentence;
    error.hidden = false;
  };
  const submit = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const values = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const state = String(values.get('state') ?? finding.state);
    const note = String(values.get('note') ?? '').trim();
    if (choices.find((choice) => choice.state === state)?.needsNote && !note) {
      complain(t('findings.noteNeeded'));
      document.getElementById('judge-note')?.focus();
      return;
    }
    try {
      show(await post(`${path}/judgement`, { state, note: note || null, owner: String(values.get('owner') ?? '').trim() || null, dueDate: values.get('dueDate') || null, expectedVersion: finding.version }));
      context.toast(t('findings.saved', { state: t(`findingState.${state}`).toLowerCase() }));
    } catch (problem) {
      complain(sentenceOf(problem));
      if (problem instanceof ApiError && problem.status === 409) context.toast(t('findings.changedMeanwhile'), { color: 'warning', action: { text: t('findings.reload'), act: () => get(path).then(show) } });
    }
  };
  return el('form', { class: 'card judge', novalidate: true, on: { submit } },
    el('h2', {}, t('findings.judge')),
    el('fieldset', { class: 'ds-fieldset' }, el('legend', { class: 'ds-label' }, t('findings.judge.what')),
      choices.map((choice, i) => el('label', { class: 'check' }, el('input', { type: 'radio', class: 'ds-input', name: 'state', value: choice.state, checked: i === 0 }), t(`findings.judge.${choice.state}`)))),
    field('judge-note', t('findings.note'), el('textarea', { class: 'ds-input', id: 'judge-note', name: 'note', rows: 3, 'aria-describedby': 'judge-error judge-note-help' }), el('p', { class: 'muted small', id: 'judge-note-help' }, t('findings.noteHelp'))),
    field('judge-owner', t('property.owner'), el('input', { class: 'ds-input', id: 'judge-owner', name: 'owner', value: finding.owner ?? '', autocomplete: 'off' })),
    field('judge-due', t('findings.dueDate'), el('input', { class: 'ds-input', id: 'judge-due', name: 'dueDate', type: 'date', value: finding.dueDate ?? '' })),
    error,
    el('div', {}, el('button', { class: 'ds-button', type: 'submit' }, t('findings.save'))));
}

/** @param {string} id @param {string} label @param {...HTMLElement} content */
function field(id, label, ...content) {
  return el('div', { class: 'ds-field' }, el('label', { class: 'ds-label', for: id }, label), content);
}
