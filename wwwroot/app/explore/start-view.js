// The empty sheet: a place to search, three good questions, and how much there is.
import { el, mount } from '../dom.js';
import { number } from '../format.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { createSearch } from './search-view.js';

/** These kinds are counted on the start page, in this order. */
const counted = ['Plan', 'Goal', 'Strategy', 'Measure', 'Challenge', 'GoalConflict'];

/** @param {import('./session.js').Session} session @param {import('./actions.js').Actions} actions */
export function createStart(session, actions) {
  const search = createSearch({
    label: t('explore.start.search'), placeholder: t('explore.start.placeholder'), large: true, search: session.data.search,
    announce: session.context.announce, onChoose: (node) => actions.show([node.id]),
  });
  const questions = el('div', { class: 'explore-start__questions' });
  const counts = el('p', { class: 'explore-start__counts' });
  const element = el('div', { class: 'explore-start' },
    el('div', { class: 'explore-start__inner' },
      el('h1', { class: 'explore-start__title' }, t('explore.start.title')),
      el('p', { class: 'explore-start__lead' }, t('explore.start.lead')),
      search.element, questions, counts));

  /** @param {Awaited<ReturnType<typeof session.data.summary>>} summary */
  function fill(summary) {
    mount(questions, summary.questions.length > 0 && el('h2', { class: 'explore-start__heading' }, t('explore.start.questions')),
      el('ul', { class: 'explore-start__list' }, summary.questions.map((question) => el('li', {},
        el('button', { type: 'button', class: 'explore-start__question', on: { click: () => actions.open(`?${question.view.replace(/^\?/, '')}`) } },
          el('span', {}, t(question.textKey, question.args ?? {})), icon('chevron'))))));
    const total = summary.relations.reduce((sum, { count }) => sum + count, 0);
    const parts = counted.flatMap((kind) => {
      const count = summary.nodes.find((entry) => entry.kind === kind)?.count ?? 0;
      return count > 0 ? [t(`explore.count.${kind}`, { count: number(count) })] : [];
    });
    mount(counts, [...parts, t('explore.count.relations', { count: number(total) })].join(' · '));
  }

  return { element, fill, focus: search.focus };
}
