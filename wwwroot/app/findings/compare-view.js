// Two texts beside each other: words that stand in both are underlined, each one's own are in italics, and passages word for word carry a number.
import { el } from '../dom.js';
import { field } from '../fields.js';
import { kindIcon } from '../kinds.js';
import { nodeLink, section } from '../nodes/nodes.js';
import { t } from '../texts.js';

/** @typedef {{ text: string, mark: 'plain' | 'shared' | 'own', passage?: number | null }} Piece */
/** @typedef {{ first: Piece[], second: Piece[], sharedWords: string[], onlyFirst: string[], onlySecond: string[] }} SideBySide */

/** @param {any} finding @param {(pair: string[]) => void} compare */
export function compared(finding, compare) {
  const { members: pair, titles, texts } = finding.compared;
  const nodes = pair.map((/** @type {string} */ id) => finding.members.find((/** @type {any} */ member) => member.id === id) ?? { id, title: id });
  const side = (/** @type {number} */ at, /** @type {Piece[]} */ title, /** @type {Piece[] | undefined} */ text) => el('div', { class: 'beside__one card' },
    el('h3', {}, nodes[at].kind && [kindIcon(nodes[at].kind), ' '], marked(title)),
    text && el('div', { class: 'beside__text', tabindex: '0', role: 'region', 'aria-label': t('cases.textOf', { title: nodes[at].title }) }, el('p', {}, marked(text))));
  return section(t('cases.compared'), finding.members.length > 2 && choosePair(finding, pair, compare), legend(titles, texts),
    el('div', { class: 'beside' }, side(0, titles.first, texts?.first), side(1, titles.second, texts?.second)), words(titles, texts), !texts && el('p', { class: 'muted small' }, t('cases.noTexts')));
}

/** What became of titles and texts since a case was dismissed. @param {any[]} changes */
export function changedTexts(changes) {
  return changes.map((change) => el('div', { class: 'section' }, el('h3', {}, t('cases.changed', { property: t(`property.${change.property}`), title: change.title })),
    el('div', { class: 'beside' },
      el('div', { class: 'beside__one card' }, el('p', { class: 'muted small' }, t('cases.before')), el('p', {}, marked(change.texts.first))),
      el('div', { class: 'beside__one card' }, el('p', { class: 'muted small' }, t('cases.after')), el('p', {}, marked(change.texts.second))))));
}

/** What both hang on in the same way. @param {any} finding */
export function shared({ shared: groups }) {
  return groups?.length > 0 && section(t('cases.shared'), el('dl', { class: 'facts facts--stacked' }, groups.flatMap((/** @type {any} */ group) => [
    el('dt', {}, t(`relation.${group.relation}${group.outgoing ? '' : '.inverse'}`)),
    el('dd', {}, el('ul', { class: 'list' }, group.nodes.map((/** @type {any} */ node) => el('li', {}, nodeLink(node)))))])));
}

/** @param {Piece[]} pieces */
function marked(pieces) {
  return pieces.map(({ text, mark, passage }, i) => {
    const word = mark === 'shared' ? el('mark', { class: 'same' }, text) : mark === 'own' ? el('em', { class: 'own' }, text) : text;
    if (!passage) return word;
    const begins = pieces[i - 1]?.passage !== passage;
    return el('span', { class: 'passage' }, begins && el('sup', { class: 'passage__number' }, passage), word);
  });
}

/** @param {SideBySide} titles @param {SideBySide | undefined} texts */
function legend(titles, texts) {
  const passages = [...titles.first, ...(texts?.first ?? [])].some((piece) => piece.passage);
  return el('p', { class: 'muted small legend' }, t('cases.legend'), ' ', el('mark', { class: 'same' }, t('cases.legend.same')), ', ', el('em', { class: 'own' }, t('cases.legend.own')),
    passages && [', ', el('span', { class: 'passage' }, el('sup', { class: 'passage__number' }, '1'), t('cases.legend.passage'))], '.');
}

/** The same in words, for who cannot see marks. @param {SideBySide} titles @param {SideBySide | undefined} texts */
function words(titles, texts) {
  const list = (/** @type {string} */ key, /** @type {string[]} */ found) => el('li', {}, t(key, { words: found.slice(0, 20).join(', ') || t('cases.words.none') }));
  const lists = (/** @type {SideBySide} */ compared) => [list('cases.words.shared', compared.sharedWords), list('cases.words.first', compared.onlyFirst), list('cases.words.second', compared.onlySecond)];
  return el('details', { class: 'small' }, el('summary', {}, t('cases.words')), el('p', {}, t('property.title')), el('ul', {}, lists(titles)), texts && [el('p', {}, t('property.text')), el('ul', {}, lists(texts))]);
}

/** @param {any} finding @param {string[]} pair @param {(pair: string[]) => void} compare */
function choosePair(finding, pair, compare) {
  const select = (/** @type {string} */ id, /** @type {number} */ at, /** @type {string} */ label) => field(id, label,
    el('select', { class: 'ds-input', id, on: { change: (/** @type {any} */ event) => compare(pair.map((one, i) => (i === at ? event.target.value : one))) } },
      finding.members.filter((/** @type {any} */ member) => member.id === pair[at] || !pair.includes(member.id)).map((/** @type {any} */ member) => el('option', { value: member.id, selected: member.id === pair[at] }, member.title))));
  return el('div', { class: 'toolbar' }, select('compare-first', 0, t('cases.compareFirst')), select('compare-second', 1, t('cases.compareSecond')));
}
