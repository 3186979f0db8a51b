// What is shown, in one sentence: read aloud when it changes, and seen by everybody.
import { el, mount } from '../dom.js';
import { kindIcon } from '../kinds.js';
import { t } from '../texts.js';
import { filterCount } from './explore-logic.js';
import { overview } from './filters.js';

/** Many changes in a row are told once. */
const pause = 700;

/** @param {import('./session.js').Session} session */
export function createSummary(session) {
  const element = el('p', { class: 'explore-summary', id: 'explore-summary' });
  let told = '';
  let written = '';
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  session.context.signal.addEventListener('abort', () => clearTimeout(timer));

  function update() {
    element.hidden = session.isEmpty;
    const sentence = session.isEmpty ? '' : describe();
    if (sentence === written) return;
    written = sentence;
    mount(element, session.isEmpty ? [] : draw());
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (sentence && sentence !== told) session.context.announce(sentence);
      told = sentence;
    }, pause);
  }

  function describe() {
    const { kinds, relations } = overview(session.drawn);
    const parts = kinds.map(({ kind, count }) => t(`explore.count.${kind}`, { count }));
    return [
      parts.length > 0 ? t('explore.summary', { parts: parts.join(', '), relations: t('explore.count.relations', { count: relations }) }) : t('explore.summary.nothing'),
      ...remarks(),
    ].join(' ');
  }

  function remarks() {
    const { most } = overview(session.drawn);
    const left = Object.keys(session.view.nodes).length - session.drawn.nodes.length;
    return [
      most && most.count > 1 ? t('explore.summary.most', { title: most.title, count: most.count }) : '',
      filterCount(session.view) > 0 ? t('explore.summary.filtered', { count: left }) : '',
    ].filter(Boolean);
  }

  /** The same for the eye: each kind with its shape, so that the line is a legend as well. */
  function draw() {
    const { kinds, relations } = overview(session.drawn);
    return [
      ...kinds.map(({ kind, count }) => el('span', { class: 'explore-summary__kind' }, kindIcon(/** @type {any} */ (kind)), t(`explore.count.${kind}`, { count }))),
      el('span', {}, kinds.length > 0 ? t('explore.count.relations', { count: relations }) : t('explore.summary.nothing')),
      ...remarks().map((sentence) => el('span', { class: 'explore-summary__remark' }, sentence)),
    ];
  }

  return {
    element, update,
    /** For the tab of the browser and the links people paste. */
    title() {
      const ids = Object.keys(session.view.nodes);
      const first = session.graph.nodes.get(ids[0] ?? '')?.title;
      if (!first) return t('explore.title');
      return ids.length === 1 ? first : t('explore.title.more', { title: first, count: ids.length - 1 });
    },
  };
}
