// Every change that was ever made: who, when, why, what; newest first; each can be undone.
import { get, post } from '../api.js';
import { el, mount as put } from '../dom.js';
import { isAbort, sentenceOf } from '../errors.js';
import { dateTime } from '../format.js';
import { nodeHref } from '../nodes/nodes.js';
import { emptyState } from '../shell/states.js';
import { t } from '../texts.js';

export const title = () => t('history.title');

/** @param {HTMLElement} container @param {any} _parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, _parameters, context) {
  const list = el('ol', { class: 'list history' });
  const more = el('div', { class: 'actions' });
  const page = async (/** @type {number | undefined} */ before) => {
    const answer = await get('/api/history', { query: { before, limit: 30 }, signal: context.signal });
    list.append(...answer.changes.map((/** @type {any} */ change) => entry(change, context, () => { list.replaceChildren(); return page(undefined); })));
    const last = answer.changes.at(-1)?.seq;
    put(more, last > 1 && el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, on: { click: () => page(last).catch(complain) } }, t('history.more')));
    return answer;
  };
  const complain = (/** @type {unknown} */ error) => { if (!isAbort(error)) context.toast(sentenceOf(error), { color: 'danger' }); };
  const first = await page(undefined);
  put(container, el('div', { class: 'page page--narrow' }, el('div', { class: 'page__head' }, el('div', {}, el('h1', {}, t('history.title')), el('p', { class: 'lead' }, t('history.lead')))),
    first.changes.length > 0 ? list : emptyState(t('history.none.title'), t('history.none.text')), more));
}

/** @param {any} change @param {import('../shell/pages.js').Context} context @param {() => Promise<unknown>} reload */
function entry(change, context, reload) {
  const undo = async () => {
    const sure = await context.confirm({ title: t('history.undo.title', { seq: change.seq }), text: t('history.undo.text'), action: t('history.undo'), danger: true });
    if (!sure) return;
    await post(`/api/history/${change.seq}/undo`).then(() => { context.toast(t('history.undone', { seq: change.seq })); return reload(); })
      .catch((error) => context.toast(sentenceOf(error), { color: 'danger' }));
  };
  const mayUndo = ['planner', 'administrator'].includes(context.user.role);
  return el('li', { class: 'card' },
    el('h2', { class: 'history__reason' }, change.reason),
    el('p', { class: 'muted small' }, t('history.by', { seq: change.seq, at: dateTime(change.at), actor: change.actor })),
    el('details', { class: 'small' }, el('summary', {}, t('history.elements', { count: change.total ?? change.elements.length })),
      el('ul', { class: 'list' }, change.elements.map((/** @type {any} */ one) => el('li', {}, el('span', { class: 'muted' }, `${t(`history.op.${one.op}`)}: `),
        one.element.includes(':') ? (one.title ?? one.element) : el('a', { href: nodeHref(one.element) }, one.title ?? one.element)))),
      (change.total ?? 0) > change.elements.length && el('p', { class: 'muted' }, t('history.andMore', { count: change.total - change.elements.length }))),
    mayUndo && el('div', {}, el('button', { class: 'ds-button', type: 'button', data: { variant: 'tertiary' }, on: { click: undo } }, t('history.undo'))));
}
