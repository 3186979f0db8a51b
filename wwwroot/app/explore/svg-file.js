// The picture as a file of vectors: shapes, lines, arrow heads and text, from the places the picture has.

/** @typedef {{ x: number, y: number }} Point */
/** @typedef {{ at: Point, radius: number, path: string, fill: string, stroke: string, broken: boolean, lines: readonly string[] }} SvgNode */
/** @typedef {{ from: Point, to: Point, bends: readonly Point[], color: string, width: number, dash: readonly number[], head: string, tail: boolean, mark: string }} SvgLine */
/** @typedef {{ nodes: readonly SvgNode[], lines: readonly SvgLine[], background: string, ink: string, title: string, foot: string, fontSize: number, lineHeight: number }} SvgScene */

const font = 'Inter, Segoe UI, Arial, sans-serif';
const margin = 40;

/** Heads point to the right with their tip in the origin. @type {Record<string, string>} */
const heads = {
  triangle: 'M0 0-9 4.500-9-4.500z', vee: 'M0 0-10 5-7 0-10-5z', circle: 'M-7 0a3.500 3.500 0 1 0 7 0a3.500 3.500 0 1 0-7 0z', tee: 'M-3-6H0V6H-3z',
  diamond: 'M0 0-6 4.500-12 0-6-4.500z', square: 'M-7-3.500H0V3.500H-7z',
};

/** @param {SvgScene} scene @returns {string} */
export function svgFile(scene) {
  const { left, top, width, height } = frame(scene);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${left} ${top} ${width} ${height}" width="${width}" height="${height}" role="img" font-family="${font}">`,
    `<title>${escape(scene.title)}</title>`,
    `<rect x="${left}" y="${top}" width="${width}" height="${height}" fill="${scene.background}"/>`,
    ...scene.lines.map((line) => lineMarkup(line, scene)), ...scene.nodes.map((node) => nodeMarkup(node, scene)),
    `<text x="${left + 16}" y="${round(top + height - 14)}" font-size="11" fill="${scene.ink}" opacity=".7">${escape(scene.foot)}</text>`,
    '</svg>', '',
  ].join('\n');
}

/** @param {SvgScene} scene */
function frame({ nodes, lines, lineHeight }) {
  const xs = [...nodes.flatMap(({ at, lines: text, radius }) => [-1, 1].map((side) => at.x + side * Math.max(radius, ...text.map((line) => line.length * 4)))), ...lines.flatMap((line) => line.bends.map(({ x }) => x))];
  const ys = [...nodes.flatMap(({ at, radius, lines: text }) => [at.y - radius, at.y + radius + 6 + text.length * lineHeight]), ...lines.flatMap((line) => line.bends.map(({ y }) => y))];
  if (xs.length === 0) return { left: 0, top: 0, width: 400, height: 200 };
  const [left, top] = [least(xs) - margin, least(ys) - margin].map(Math.floor);
  return { left, top, width: Math.ceil(-least(xs.map((x) => -x)) + margin - left), height: Math.ceil(-least(ys.map((y) => -y)) + margin + 16 - top) };
}

/** @param {number[]} numbers may be more than a call can take */
function least(numbers) {
  return numbers.reduce((a, b) => Math.min(a, b));
}

/** @param {SvgLine} line @param {SvgScene} scene */
function lineMarkup({ from, to, bends, color, width, dash, head, tail, mark }, scene) {
  const before = bends.at(-1) ?? from;
  const angle = (Math.atan2(to.y - before.y, to.x - before.x) * 180) / Math.PI;
  const middle = bends.length > 0 ? { x: (from.x + 2 * bends[0].x + to.x) / 4, y: (from.y + 2 * bends[0].y + to.y) / 4 } : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const scale = 0.75 + width / 6;
  return `<g fill="none" stroke="${color}" stroke-width="${width}"><path d="M${at(from)}${curve(bends, to)}"${dash.length > 0 ? ` stroke-dasharray="${dash.join(' ')}"` : ''} opacity=".85"/>`
    + (heads[head] ? `<path d="${heads[head]}" transform="translate(${at(to)}) rotate(${round(angle)}) scale(${round(scale)})" fill="${color}" stroke="none"/>` : '')
    + (tail ? `<circle cx="${round(from.x)}" cy="${round(from.y)}" r="3.500" fill="${scene.background}" stroke-width="1.500"/>` : '')
    + (mark ? `<text x="${round(middle.x)}" y="${round(middle.y + 4)}" text-anchor="middle" font-size="12" font-weight="700" fill="${color}" stroke="${scene.background}" stroke-width="4" paint-order="stroke">${escape(mark)}</text>` : '')
    + '</g>';
}

/** @param {readonly Point[]} bends @param {Point} to */
function curve(bends, to) {
  if (bends.length === 0) return `L${at(to)}`;
  return bends.map((bend, i) => {
    const next = bends[i + 1];
    return `Q${at(bend)} ${at(next ? { x: (bend.x + next.x) / 2, y: (bend.y + next.y) / 2 } : to)}`;
  }).join('');
}

/** @param {SvgNode} node @param {SvgScene} scene */
function nodeMarkup({ at: point, radius, path, fill, stroke, broken, lines }, scene) {
  const scale = round((radius * 2) / 14);
  const text = lines.map((line, i) => `<tspan x="${round(point.x)}" y="${round(point.y + radius + 6 + scene.lineHeight * (i + 0.78))}">${escape(line)}</tspan>`).join('');
  return `<g><path d="${path}" transform="translate(${at(point)}) scale(${scale}) translate(-8 -8)" fill="${fill}" stroke="${stroke}" stroke-width="${round(2.5 / scale)}" stroke-linejoin="round"${broken ? ` stroke-dasharray="${round(5 / scale)} ${round(3 / scale)}"` : ''}/>`
    + `<text text-anchor="middle" font-size="${scene.fontSize}" fill="${scene.ink}" stroke="${scene.background}" stroke-width="3" paint-order="stroke">${text}</text></g>`;
}

/** @param {Point} point */
function at({ x, y }) {
  return `${round(x)} ${round(y)}`;
}

/** @param {number} value */
function round(value) {
  return Math.round(value * 100) / 100;
}

/** @param {string} text */
function escape(text) {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
