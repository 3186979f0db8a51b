// The page of one plan: how it hangs on the samfunnsdel, what hangs on it, what it overlaps, and how it came to be.
import { get } from '../api.js';
import { el, mount as put } from '../dom.js';
import { findingHref, findingList } from '../findings/finding-list.js';
import { date, dateTime, period } from '../format.js';
import { kindLabel } from '../kinds.js';
import { exploreHref, nodeLink, nodeList, section, sourceList } from '../nodes/nodes.js';
import { icon } from '../shell/icons.js';
import { hasText, t } from '../texts.js';
import { exemption, likelyGoals } from './anchoring-view.js';
import { anchoringColors, state } from './plans-view.js';

export const title = () => t('plans.title');

/** @param {HTMLElement} container @param {Record<string, string>} parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, { slug }, context) {
  const answer = await get(`/api/plans/${encodeURIComponent(slug)}`, { signal: context.signal });
  context.setTitle(answer.plan.title);
  put(container, el('div', { class: 'page plan' },
    head(answer.plan),
    el('div', { class: 'columns' },
      el('div', { class: 'stack' },
        thread(answer, { ...context, reload: () => mount(container, { slug }, context) }),
        section(t('plans.down'), ...down(answer.down)),
        section(t('plans.respondsTo'), answer.respondsTo.length > 0 && nodeList(answer.respondsTo)),
        section(t('plans.overlaps'), answer.overlaps.length > 0 && overlaps(answer.overlaps)),
        section(t('plans.findings'), answer.findings.length > 0 && findingList(answer.findings)),
        section(t('plans.history'), answer.history.length > 0 && history(answer.history))),
      el('aside', { class: 'stack', 'aria-label': t('plans.facts') },
        facts(answer),
        el('div', { class: 'card' }, el('h2', {}, t('property.sources')), answer.sources.length > 0 ? sourceList(answer.sources) : el('p', { class: 'muted small' }, t('nodes.noSource')))))));
}

/** @param {any} plan */
function head(plan) {
  return el('div', { class: 'page__head' },
    el('div', {}, kindLabel('Plan'), el('h1', {}, plan.title), plan.text && el('p', { class: 'lead' }, plan.text)),
    el('div', { class: 'actions' },
      el('a', { class: 'ds-button', href: exploreHref([plan.id]) }, icon('graph'), t('plans.inGraph')),
      el('a', { class: 'ds-button', data: { variant: 'secondary' }, href: '/plans' }, t('plans.toTable'))));
}

/** @param {any} answer */
function facts({ plan, anchoring, ownedBy, appliesTo, contributesTo, replaces, replacedBy }) {
  const printed = (/** @type {any} */ value) => value && [date(value.date) || value.printed, value.date && el('span', { class: 'muted small' }, ` «${value.printed}»`)];
  const nodes = (/** @type {any[]} */ list) => list?.length > 0 && nodeList(list);
  const rows = [
    ['property.type', t(`planType.${plan.type}`)],
    ['property.status', [t(`planStatus.${plan.status}`), plan.statusPrinted && el('span', { class: 'muted small' }, ` «${plan.statusPrinted}»`)]],
    ['property.adopted', printed(plan.adopted)],
    ['property.started', printed(plan.started)],
    ['property.finished', printed(plan.finished)],
    ['property.period', plan.period && [period(plan.period.from, plan.period.to), plan.period.printed && el('span', { class: 'muted small' }, ` «${plan.period.printed}»`)]],
    ['property.level', plan.level && t(`planLevel.${plan.level}`)],
    ['property.horizon', plan.horizon],
    ['property.councilDecision', plan.councilDecision && t(`councilDecision.${plan.councilDecision}`)],
    ['property.useDoubt', plan.useDoubt && plan.useDoubt !== 'none' && t(`useDoubt.${plan.useDoubt}`)],
    ['plans.column.anchoring', state(t(`anchoring.state.${anchoring.state}`), anchoringColors[/** @type {keyof typeof anchoringColors} */ (anchoring.state)])],
    ['relation.OWNED_BY', nodes(ownedBy)],
    ['relation.APPLIES_TO', nodes(appliesTo)],
    ['relation.CONTRIBUTES_TO', nodes(contributesTo)],
    ['relation.REPLACES', nodes(replaces)],
    ['relation.REPLACES.inverse', nodes(replacedBy)],
    ['property.link', plan.link && el('a', { href: plan.link, rel: 'noreferrer' }, plan.link)],
    ['property.notes', plan.notes],
  ];
  return el('div', { class: 'card' }, el('h2', {}, t('plans.facts')),
    el('dl', { class: 'facts facts--stacked' }, rows.filter(([, value]) => value).flatMap(([key, value]) => [el('dt', {}, t(String(key))), el('dd', {}, /** @type {any} */ (value))])));
}

/** Every way up to the samfunnsdel, or the sentence that says there is none. @param {any} answer @param {import('./anchoring-view.js').Work} context */
function thread({ plan, anchoring }, context) {
  const paths = anchoring.paths ?? [];
  return el('section', { class: 'section card' }, el('h2', {}, t('plans.thread')),
    el('p', {}, state(t(`anchoring.state.${anchoring.state}`), anchoringColors[/** @type {keyof typeof anchoringColors} */ (anchoring.state)]), ' ',
      hasText(`plans.anchoring.${anchoring.state}.text`) && t(`plans.anchoring.${anchoring.state}.text`)),
    anchoring.state !== 'anchored' && anchoring.state !== 'notRequired' && el('p', { class: 'small muted' }, t('plans.anchoring.rule', { rule: anchoring.rule })),
    anchoring.declared && el('p', {}, anchoring.declared),
    paths.slice(0, 1).map(chain),
    paths.length > 1 && el('details', {}, el('summary', {}, t('plans.thread.more', { count: paths.length - 1 })), el('div', { class: 'stack' }, paths.slice(1).map(chain))),
    likelyGoals(plan, anchoring.likely, context),
    exemption(plan, anchoring, context));
}

/** From the top down to the plan; the arrow says which of the two the word is about. @param {any} path */
function chain(path) {
  const nodes = [...path.nodes].reverse();
  const relations = [...path.relations].reverse();
  return el('ol', { class: 'thread', 'aria-label': path.sentence }, nodes.map((node, i) => el('li', { class: 'thread__step' },
    nodeLink(node), relations[i] && el('span', { class: 'thread__relation' }, `${relations[i].from === node.id ? '↓' : '↑'} ${t(`relation.${relations[i].type}`)}`))));
}

/** @param {any} down */
function down({ parts, states, measures, supports }) {
  const group = (/** @type {string} */ key, /** @type {any[] | undefined} */ nodes) => nodes && nodes.length > 0 && el('div', { class: 'section' }, el('h3', {}, t(key)), nodeList(nodes));
  return [group('plans.down.parts', parts), group('plans.down.states', states), group('plans.down.measures', measures), group('plans.down.supports', supports)];
}

/** @param {any[]} rows */
function overlaps(rows) {
  return el('ul', { class: 'list' }, rows.map((row) => el('li', {}, nodeLink(row.plan), ' ',
    el('span', { class: 'muted small' }, row.confirmed ? t('plans.overlap.confirmed') : t('plans.overlap.suggested')),
    row.action && [' ', el('span', { class: 'ds-tag', data: { color: 'info', variant: 'outline' } }, t(`overlapAction.${row.action}`))],
    row.finding && [' ', el('a', { class: 'small', href: findingHref(row.finding.id) }, t('cases.toCase'))],
    row.reason && el('p', { class: 'small' }, row.reason))));
}

/** @param {any[]} changes */
function history(changes) {
  return el('ol', { class: 'list small' }, changes.map((change) => el('li', {}, el('span', { class: 'muted' }, `${dateTime(change.at)} · ${change.actor} · `), change.reason)));
}
