// Who is in a group, who has been left out of it, and the way from one to the other.
import { ApiError, get, post } from '../api.js';
import { el } from '../dom.js';
import { sentenceOf } from '../errors.js';
import { dateTime } from '../format.js';
import { nodeLink } from '../nodes/nodes.js';
import { t } from '../texts.js';

/** A group of a thousand equal goals is not a thousand lines before anything else. */
const shownAtOnce = 20;

/** @param {any} finding @param {{ judges: boolean, path: string, show: (finding: any) => void, context: import('../shell/pages.js').Context }} options */
export function group(finding, { judges, path, show, context }) {
  const may = judges && finding.state !== 'resolved';
  const send = (/** @type {string} */ member, /** @type {boolean} */ leaveOut) => post(`${path}/members`, { member, leaveOut, expectedVersion: finding.version }).then((after) => {
    show(after);
    context.toast(t(leaveOut ? 'cases.left' : 'cases.back'));
  }).catch((error) => context.toast(sentenceOf(error), { color: 'danger', ...(error instanceof ApiError && error.status === 409 ? { action: { text: t('findings.reload'), act: () => get(path).then(show) } } : {}) }));
  const button = (/** @type {string} */ key, /** @type {string} */ title, /** @type {() => void} */ click) => el('button', { class: 'ds-button', type: 'button', data: { variant: 'tertiary' }, 'aria-label': t(`${key}.of`, { title }), on: { click } }, t(key));
  const list = (/** @type {any[]} */ members) => el('ul', { class: 'list' }, members.map((member) => el('li', { class: 'member' }, nodeLink(member), may && finding.isGroup && button('cases.leaveOut', member.title, () => send(member.id, true)))));
  return el('div', { class: 'section' }, list(finding.members.slice(0, shownAtOnce)),
    finding.members.length > shownAtOnce && el('details', {}, el('summary', {}, t('cases.moreMembers', { count: finding.members.length - shownAtOnce })), list(finding.members.slice(shownAtOnce))),
    finding.withoutThese?.length > 0 && el('div', { class: 'section' }, el('h3', {}, t('cases.leftOut')), el('ul', { class: 'list' }, finding.withoutThese.map((/** @type {any} */ left) => el('li', { class: 'member' },
      left.node ? nodeLink(left.node) : left.member, el('span', { class: 'muted small' }, `${left.by} · ${dateTime(left.at)}${left.note ? ` · ${left.note}` : ''}`), may && button('cases.takeBack', left.node?.title ?? left.member, () => send(left.member, false)))))));
}
