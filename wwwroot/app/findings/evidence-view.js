// Why: sentences, and where parts of a score add up, the same as a table with bars.
import { el, svg } from '../dom.js';
import { number, percent } from '../format.js';
import { t } from '../texts.js';
import { sentencesOf, waterfall } from './findings-logic.js';

const two = { signDisplay: /** @type {const} */ ('exceptZero'), minimumFractionDigits: 2, maximumFractionDigits: 2 };

/** @param {any} finding @param {{ hidden: boolean, peek: () => void }} options hidden: only sentences, for who judges first */
export function evidence(finding, { hidden, peek }) {
  const steps = waterfall(finding.evidence);
  const sentences = sentencesOf(finding, hidden);
  return el('div', { class: 'section' },
    sentences.length > 0 && el('ul', {}, sentences.map((/** @type {any} */ one) => el('li', {}, one.text))),
    hidden && steps.length > 0 && el('p', { class: 'muted' }, t('cases.hidden'), ' ', el('button', { class: 'ds-button', type: 'button', data: { variant: 'tertiary' }, on: { click: peek } }, t('cases.peek'))),
    !hidden && steps.length > 0 && el('div', { class: 'table-wrap', id: 'score', tabindex: '0', role: 'region', 'aria-label': t('findings.parts') },
      el('table', { class: 'ds-table' }, el('caption', { class: 'ds-sr-only' }, t('findings.parts')),
        el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('findings.part')), el('th', { scope: 'col', class: 'number' }, t('findings.weight')), el('th', { scope: 'col', class: 'number' }, t('cases.sumSoFar')), el('th', { scope: 'col' }, el('span', { class: 'ds-sr-only' }, t('findings.bar'))))),
        el('tbody', {}, steps.map(part)),
        el('tfoot', {}, sum(finding)))));
}

/** A bar begins where the one before ended; one that takes away is striped and has a minus in its weight, so that colour is not all. @param {ReturnType<typeof waterfall>[number]} step */
function part(step) {
  const less = step.weight < 0;
  return el('tr', {}, el('th', { scope: 'row', class: 'findings__part' }, step.text),
    el('td', { class: 'number' }, number(step.weight, two)), el('td', { class: 'number muted' }, percent(Math.min(step.sum, 1))),
    el('td', {}, svg('svg', { class: 'waterfall', viewBox: '0 0 100 8', preserveAspectRatio: 'none', 'aria-hidden': 'true' },
      svg('rect', { class: less ? 'waterfall__less' : 'waterfall__more', x: step.from, y: less ? 3 : 1, width: Math.max(step.to - step.from, 0.8), height: less ? 3 : 6 }))));
}

/** The sum, and what judgements make of it. @param {any} finding */
function sum(finding) {
  const row = (/** @type {string} */ text, /** @type {number} */ value) => el('tr', {}, el('th', { scope: 'row' }, text), el('td', { class: 'number' }, percent(value)), el('td', {}), el('td', {}));
  const judged = finding.calibration ? finding.calibration.confirmed + finding.calibration.dismissed : 0;
  return [row(t('findings.sum'), finding.rawScore), finding.score !== finding.rawScore && row(t('cases.calibrated', { count: judged }), finding.score)];
}
