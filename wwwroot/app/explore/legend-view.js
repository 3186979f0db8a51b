// The legend: only what is drawn now, with counts; folded in and out.
import { el, mount } from '../dom.js';
import { kindIcon } from '../kinds.js';
import { relationLine } from '../relations.js';
import { icon } from '../shell/icons.js';
import { svg } from '../dom.js';
import { t } from '../texts.js';
import { isWeak } from './weak.js';
import { capital } from './words.js';

const remembered = 'pg:explore.legend';
/** On narrower screens the legend is folded in until asked for; the line above the picture names the kinds anyway. */
const roomy = 1500;

/** @param {import('./session.js').Session} session */
export function createLegend(session) {
  const body = el('div', { class: 'explore-legend__body', id: 'explore-legend' });
  const button = el('button', { type: 'button', class: 'explore-legend__toggle', 'aria-controls': 'explore-legend', on: { click: toggle } }, t('explore.legend'), icon('chevron'));
  const element = el('section', { class: 'explore-legend', 'aria-label': t('explore.legend') }, button, body);
  let open = localStorage.getItem(remembered) === 'open' || (localStorage.getItem(remembered) === null && innerWidth >= roomy);
  show();

  function toggle() {
    open = !open;
    localStorage.setItem(remembered, open ? 'open' : 'closed');
    show();
  }

  function show() {
    body.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  }

  function update() {
    const { nodes, relations } = session.drawn;
    element.hidden = nodes.length === 0;
    mount(body,
      list(counted(nodes.map((node) => node.kind)).map(([kind, count]) => row(kindIcon(kind), t(`kind.${kind}`), count))),
      list(counted(relations.map((relation) => relation.type)).map(([type, count]) => row(relationLine(type), capital(t(`relation.${type}`)), count))),
      list([
        relations.some((relation) => relation.basis === 'judged') && row(tail(true), t('explore.legend.judged')),
        relations.some((relation) => relation.basis === 'judged') && relations.some((relation) => relation.basis === 'stated') && row(tail(false), t('explore.legend.stated')),
        relations.some((relation) => relation.type === 'AFFECTS') && row(influence(), t('explore.legend.influence')),
        nodes.some(isWeak) && row(weakShape(), t('explore.legend.weak')),
        row(el('span', { class: 'explore-legend__badge', 'aria-hidden': 'true' }, '+3'), t('explore.legend.more')),
      ].filter((item) => item !== false)));
  }

  return { element, update, /** How much of the picture it lies over, from the left. */ width: () => (open && !element.hidden ? element.offsetWidth + element.offsetLeft : 0) };
}

/** @template {string} Value @param {readonly Value[]} values @returns {[Value, number][]} most frequent first */
function counted(values) {
  /** @type {Map<Value, number>} */
  const counts = new Map();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** @param {Node[]} items */
function list(items) {
  return items.length > 0 && el('ul', { class: 'explore-legend__list' }, items);
}

/** @param {Node} sign @param {string} word @param {number} [count] */
function row(sign, word, count) {
  return el('li', {}, el('span', { class: 'explore-legend__sign' }, sign), el('span', {}, word), count !== undefined && el('span', { class: 'explore-legend__count' }, count));
}

/** @param {boolean} judged */
function tail(judged) {
  return svg('svg', { class: 'relation-line', viewBox: '0 0 40 12', 'aria-hidden': 'true' },
    svg('path', { d: judged ? 'M9 6h25' : 'M0 6h34', class: 'explore-legend__line' }), svg('path', { d: 'M32 2l8 4-8 4z', class: 'explore-legend__head' }),
    judged && svg('circle', { cx: 5, cy: 6, r: 3.5, class: 'explore-legend__ring' }));
}

function influence() {
  return el('span', { class: 'explore-legend__influence', 'aria-hidden': 'true' }, el('b', { class: 'explore-legend__plus' }, '+2'), el('b', { class: 'explore-legend__minus' }, '\u22122'));
}

function weakShape() {
  return svg('svg', { class: 'kind-icon', viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('rect', { x: 2, y: 3.5, width: 12, height: 9, rx: 2, class: 'explore-legend__weak' }));
}
