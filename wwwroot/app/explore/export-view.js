// Saves what is shown as a file: a picture (PNG, SVG) or tables (CSV). Exactly the nodes and relations that are drawn.
import { el } from '../dom.js';
import { dateTime } from '../format.js';
import { kinds } from '../kinds.js';
import { relations } from '../relations.js';
import { icon } from '../shell/icons.js';
import { t } from '../texts.js';
import { csv } from './csv.js';
import { lineColor, lineWidth, mark, palette } from './graph-style.js';
import { fontSize, lineHeight, radiusOf, wrap } from './labels.js';
import { createPopover } from './popover.js';
import { nodeRows, relationRows } from './rows.js';
import { svgFile } from './svg-file.js';
import { tableWords } from './words.js';
import { isWeak } from './weak.js';

/** The browser has this long to read a file before its address is given back. */
const keptMilliseconds = 60_000;

/** @typedef {Awaited<ReturnType<typeof import('./graph-view.js').createGraphView>>} GraphView */

/** @param {import('./session.js').Session} session @param {() => GraphView | undefined} picture */
export function createExport(session, picture) {
  const button = el('button', { type: 'button', class: 'ds-button explore-button', data: { variant: 'tertiary' } }, icon('download'), el('span', { class: 'explore-button__word' }, t('explore.export')));
  const item = (/** @type {string} */ key, /** @type {() => unknown} */ act) =>
    el('button', { type: 'button', class: 'explore-menu__item', on: { click: () => { popover.close(); act(); } } }, el('span', {}, t(key)), el('small', {}, t(`${key}.hint`)));
  const popover = createPopover({ button, name: t('explore.export'), align: 'end', content: () => [
    item('explore.export.png', () => png('light')), item('explore.export.dark', () => png('dark')), item('explore.export.svg', svg),
    item('explore.export.nodes', nodes), item('explore.export.relations', allRelations), item('explore.export.link', link),
  ] });

  /** @param {'light' | 'dark'} scheme */
  async function png(scheme) {
    const view = picture();
    if (view) save(await view.png(scheme), 'png');
  }

  function svg() {
    const view = picture();
    if (view) save(new Blob([svgFile(scene(view))], { type: 'image/svg+xml' }), 'svg');
  }

  /** @param {GraphView} view @returns {import('./svg-file.js').SvgScene} */
  function scene(view) {
    const colors = palette('light');
    const known = new Map(session.drawn.relations.map((relation) => [relation.key, relation]));
    return {
      background: colors.surface, ink: colors.text, title: document.title, foot: footer(), fontSize, lineHeight,
      nodes: session.drawn.nodes.map((node) => ({
        at: session.view.nodes[node.id], radius: radiusOf(node), path: kinds[node.kind].path, fill: colors.tint(node.kind), stroke: colors.kind(node.kind), broken: isWeak(node), lines: wrap(node.title),
      })),
      lines: view.lines().flatMap((/** @type {any} */ line) => {
        const relation = known.get(line.key);
        if (!relation) return [];
        const { dash, arrow } = relations[relation.type];
        return [{ ...line, color: lineColor(relation, colors), width: lineWidth(relation), dash, head: arrow, tail: relation.basis === 'judged', mark: mark(relation) }];
      }),
    };
  }

  function nodes() {
    const columns = /** @type {const} */ (['title', 'type', 'status', 'period', 'dimension', 'relations', 'id']);
    const rows = nodeRows(session.drawn, tableWords);
    save(table(columns, rows), 'csv', t('explore.export.nodes.file'));
  }

  function allRelations() {
    const columns = /** @type {const} */ (['from', 'relation', 'to', 'score', 'action', 'reason', 'basis', 'fromId', 'toId']);
    save(table(columns, relationRows(session.drawn, tableWords)), 'csv', t('explore.export.relations.file'));
  }

  async function link() {
    await navigator.clipboard.writeText(location.href);
    session.context.toast(t('explore.export.link.done'));
  }

  return popover.element;
}

/** @template {Record<string, unknown>} Row @param {readonly (keyof Row & string)[]} columns @param {readonly Row[]} rows */
function table(columns, rows) {
  return new Blob([csv(columns.map((column) => t(`explore.column.${column}`)), rows.map((row) => columns.map((column) => row[column])))], { type: 'text/csv;charset=utf-8' });
}

function footer() {
  return t('explore.export.foot', { when: dateTime(new Date()) });
}

/** @param {Blob} blob @param {string} extension @param {string} [name] */
function save(blob, extension, name = t('explore.export.file')) {
  const address = URL.createObjectURL(blob);
  const anchor = el('a', { href: address, download: `${name}.${extension}` });
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(address), keptMilliseconds);
}
