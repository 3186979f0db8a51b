// How nodes and relations are drawn, from the colour tokens of the theme that is shown.
import { kindNames, kinds } from '../kinds.js';
import { relationNames, relations } from '../relations.js';
import { themeColors } from '../theme-colors.js';
import { fontSize, lineHeight } from './labels.js';

/** @typedef {ReturnType<typeof palette>} Palette */
/** @typedef {import('./filters.js').RelationSummary} RelationSummary */

/** The colours as they come to in a theme; the one that is shown when none is named. @param {'light' | 'dark'} [scheme] */
export function palette(scheme) {
  const names = /** @type {const} */ (['page', 'surface', 'text', 'text-muted', 'line', 'line-strong', 'accent', 'focus', 'success', 'danger']);
  const families = /** @type {const} */ (['structure', 'anchoring', 'support', 'tension', 'context']);
  const colors = themeColors(names.map((name) => `--pg-${name}`), scheme);
  const kindColors = themeColors(kindNames.map((kind) => `--pg-kind-${kinds[kind].token}`), scheme);
  const familyColors = themeColors(families.map((family) => `--pg-relation-${family}`), scheme);
  const of = (/** @type {typeof names[number]} */ name) => colors[`--pg-${name}`];
  return {
    page: of('page'), surface: of('surface'), text: of('text'), muted: of('text-muted'), line: of('line'), lineStrong: of('line-strong'),
    accent: of('accent'), focus: of('focus'), plus: of('success'), minus: of('danger'),
    /** @param {import('../kinds.js').Kind} kind */
    kind: (kind) => kindColors[`--pg-kind-${kinds[kind].token}`],
    /** The soft inside of a shape. @param {import('../kinds.js').Kind} kind */
    tint: (kind) => mix(kindColors[`--pg-kind-${kinds[kind].token}`], of('surface'), 0.2),
    /** @param {string} family */
    family: (family) => familyColors[`--pg-relation-${family}`],
  };
}

/** @param {string} a @param {string} b both `rgb(…)` @param {number} share of a */
function mix(a, b, share) {
  const [one, other] = [a, b].map((color) => (color.match(/[\d.]+/g) ?? []).slice(0, 3).map(Number));
  return `rgb(${one.map((value, i) => Math.round(value * share + other[i] * (1 - share))).join(', ')})`;
}

/** Green for what helps and red for what works against; the sign stands beside it. @param {RelationSummary} relation @param {Palette} colors */
export function lineColor(relation, colors) {
  if (relation.type === 'AFFECTS') return (relation.score ?? 0) > 0 ? colors.plus : (relation.score ?? 0) < 0 ? colors.minus : colors.family('context');
  return colors.family(relations[relation.type].family);
}

/** @param {RelationSummary} relation */
export function lineWidth(relation) {
  return relation.type === 'AFFECTS' ? 1 + Math.abs(relation.score ?? 0) * 1.25 : relations[relation.type].width;
}

/** What always stands on the line: the sign of an influence, the side of a conflict. @param {RelationSummary} relation */
export function mark(relation) {
  if (relation.type === 'AFFECTS') return signed(relation.score ?? 0);
  return relation.type === 'CONFLICT_SIDE' ? (relation.side ?? '').toUpperCase() : '';
}

/** +2, −2 with a real minus, 0 @param {number} score */
export function signed(score) {
  return score > 0 ? `+${score}` : score < 0 ? `\u2212${-score}` : '0';
}

/** @param {Palette} colors @returns {any[]} a Cytoscape style sheet */
export function graphStyle(colors) {
  return [...nodeStyle(colors), ...kindNames.map((kind) => ({
    selector: `node[kind = "${kind}"]`,
    style: { shape: shapeOf(kind), 'background-color': colors.tint(kind), 'border-color': colors.kind(kind) },
  })), ...kindNames.map((kind) => ({ selector: `node[kind = "${kind}"].selected`, style: { 'background-color': colors.kind(kind) } })),
  ...edgeStyle(colors), ...manyStyle, ...stateStyle(colors)];
}

/** @param {import('../kinds.js').Kind} kind */
function shapeOf(kind) {
  return /** @type {Record<string, string>} */ ({ Place: 'vee', Measure: 'pentagon' })[kind] ?? kinds[kind].shape;
}

/** @param {Palette} colors */
function nodeStyle(colors) {
  return [{
    selector: 'node',
    style: {
      width: 'data(width)', height: 'data(height)', 'border-width': 2.5,
      label: 'data(label)', 'text-wrap': 'wrap', 'text-max-width': 400, 'text-valign': 'bottom', 'text-margin-y': 6,
      'font-family': 'Inter Variable, Segoe UI, Arial, sans-serif', 'font-size': fontSize, 'line-height': lineHeight / fontSize - 0.02,
      color: colors.text, 'text-outline-color': colors.surface, 'text-outline-width': 2, 'min-zoomed-font-size': 6,
      'text-background-color': colors.surface, 'text-background-opacity': 0.75, 'text-background-padding': 1, 'text-background-shape': 'roundrectangle',
      'overlay-opacity': 0,
    },
  }, {
    selector: 'node[badge]',
    style: {
      'background-image': 'data(badge)', 'background-fit': 'none', 'background-clip': 'none', 'background-image-containment': 'over',
      'background-width': 'data(badgeWidth)', 'background-height': 17, 'background-position-x': '100%', 'background-position-y': '0%',
      'background-offset-x': 14, 'background-offset-y': -8, 'bounds-expansion': 22,
    },
  }, { selector: 'node.weak', style: { 'border-style': 'dashed', 'border-width': 2 } }];
}

/** @param {Palette} colors */
function edgeStyle(colors) {
  return [{
    selector: 'edge',
    style: {
      width: 'data(width)', 'line-color': 'data(color)', 'target-arrow-color': 'data(color)', 'source-arrow-color': 'data(color)',
      'curve-style': 'bezier', 'control-point-step-size': 34, 'arrow-scale': 0.95, 'target-endpoint': 'outside-to-node-or-label', 'source-endpoint': 'outside-to-node-or-label', 'target-distance-from-node': 3, 'source-distance-from-node': 2,
      'font-family': 'Inter Variable, Segoe UI, Arial, sans-serif', 'font-size': 12, color: colors.text, 'text-background-color': colors.surface,
      'text-background-opacity': 0.92, 'text-background-padding': 3, 'text-background-shape': 'roundrectangle', 'text-rotation': 'autorotate', 'min-zoomed-font-size': 7, 'overlay-opacity': 0,
      'line-opacity': 0.85,
    },
  }, ...relationNames.map((type) => ({ selector: `edge[type = "${type}"]`, style: {
    'target-arrow-shape': relations[type].arrow,
    ...(relations[type].dash.length > 0 ? { 'line-style': 'dashed', 'line-dash-pattern': [...relations[type].dash] } : {}),
  } })),
  { selector: 'edge[basis = "judged"]', style: { 'source-arrow-shape': 'circle', 'source-arrow-fill': 'hollow' } },
  { selector: 'edge[mark]', style: { label: 'data(mark)', 'font-weight': 'bold', 'text-rotation': 0, color: 'data(color)' } },
  { selector: 'edge.named', style: { label: 'data(name)', 'text-wrap': 'wrap', 'text-max-width': 150, 'z-index': 20 } }];
}

/** On a sheet with very much on it, what costs most to draw and is too small to see is left out. */
const manyStyle = [
  { selector: 'node.many', style: { 'background-image': 'none', 'text-background-opacity': 0, 'text-outline-width': 0, 'min-zoomed-font-size': 9 } },
  { selector: 'edge.many', style: { 'curve-style': 'straight', 'source-endpoint': 'outside-to-node', 'target-endpoint': 'outside-to-node', 'line-opacity': 1, 'min-zoomed-font-size': 10 } },
];

/** @param {Palette} colors */
function stateStyle(colors) {
  return [
    { selector: 'node.selected', style: { 'font-weight': 'bold', 'outline-width': 3, 'outline-color': colors.accent, 'outline-offset': 4, 'outline-opacity': 1, 'z-index': 30 } },
    { selector: 'node.hover', style: { 'border-width': 4, 'z-index': 25 } },
    { selector: 'edge.near', style: { 'line-opacity': 1, 'z-index': 15 } },
    { selector: 'node.dim', style: { opacity: 0.22 } },
    { selector: 'edge.dim', style: { opacity: 0.12 } },
    { selector: 'edge.route', style: { 'underlay-color': colors.accent, 'underlay-opacity': 0.3, 'underlay-padding': 5, 'z-index': 18 } },
    { selector: 'node.plain', style: { 'background-image': 'none' } },
    { selector: 'node.keyboard', style: { 'outline-width': 4, 'outline-color': colors.focus, 'outline-offset': 5, 'outline-opacity': 1, 'outline-style': 'solid', opacity: 1, 'z-index': 40 } },
  ];
}

/** A number on a node: so many relations lead to something that is not shown. @param {number} count @param {Palette} colors @returns {{ badge: string, badgeWidth: number }} */
export function badge(count, colors) {
  const text = count > 99 ? '99+' : `+${count}`;
  const width = 11 + text.length * 6.5;
  const picture = `<svg xmlns="http://www.w3.org/2000/svg" width="${width * 2}" height="34" viewBox="0 0 ${width} 17">`
    + `<rect x=".75" y=".75" width="${width - 1.5}" height="15.5" rx="7.75" fill="${colors.surface}" stroke="${colors.lineStrong}" stroke-width="1"/>`
    + `<text x="${width / 2}" y="12.4" text-anchor="middle" font-family="Segoe UI, Arial, sans-serif" font-size="10.5" font-weight="600" fill="${colors.muted}">${text}</text></svg>`;
  return { badge: `data:image/svg+xml;utf8,${encodeURIComponent(picture)}`, badgeWidth: width };
}
