// Labels are broken into lines here and not by the canvas, so that placing, drawing and the SVG file agree on their size.

export const fontSize = 14;
export const lineHeight = 17;
const softWidth = 20;
const hardWidth = 23;
const maxLines = 4;

/** Half the width of a node's shape. @param {{ level?: string }} node */
export function radiusOf(node) {
  return node.level === 'overarching' ? 27 : 20;
}

/** How much wider than high a shape is: a plan is a wide card. @param {string} kind */
export function stretch(kind) {
  return kind === 'Plan' ? 1.4 : 1;
}

/** @param {string} title @returns {string[]} at most four lines; what does not fit ends in an ellipsis */
export function wrap(title) {
  /** @type {string[]} */
  const lines = [];
  for (const word of title.split(/\s+/).filter(Boolean).flatMap(breakWord)) {
    const last = lines.at(-1);
    if (last !== undefined && last.length + 1 + word.length <= softWidth) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  if (lines.length <= maxLines) return lines;
  return [...lines.slice(0, maxLines - 1), `${lines[maxLines - 1].slice(0, softWidth - 1)}…`];
}

/** Norwegian words can be long; they break at a hyphen they have, else where they must. @param {string} word @returns {string[]} */
function breakWord(word) {
  if (word.length <= hardWidth) return [word];
  const hyphen = word.lastIndexOf('-', softWidth) + 1 || word.lastIndexOf('–', softWidth) + 1;
  const at = hyphen > 4 ? hyphen : softWidth - 1;
  return [word.slice(0, at) + (hyphen > 4 ? '' : '-'), ...breakWord(word.slice(at))];
}

/**
 * The room a node takes, shape and label, around the middle of its shape.
 * @param {{ title: string, level?: string }} node @returns {{ left: number, right: number, top: number, bottom: number }}
 */
export function boxOf(node) {
  const lines = wrap(node.title);
  const radius = radiusOf(node);
  const half = Math.max(radius, (Math.max(0, ...lines.map((line) => line.length)) * fontSize * 0.56) / 2) + 4;
  return { left: -half, right: half, top: -radius - 6, bottom: radius + 8 + lines.length * lineHeight };
}
