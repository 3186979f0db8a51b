// Draws, pans and zooms, counts frames, and tells measure.mjs.
import { createGraphView, loadCytoscape } from '/app/explore/graph-view.js';
import { randomSheet } from '/bench/sheet.js';

const milliseconds = 2500;
const container = document.getElementById('sheet');
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Frames a second while something moves in every frame. */
async function framesWhile(move) {
  await frame();
  const start = performance.now();
  let frames = 0;
  let now = start;
  while (now - start < milliseconds) {
    move(frames++);
    now = await frame();
  }
  return Math.round((frames * 1000) / (now - start));
}

/** @param {any} cy */
async function motions(cy) {
  cy.fit(undefined, 30);
  // Cytoscape builds its caches in the first frames; both sides get the same time for it.
  await framesWhile((i) => cy.panBy({ x: i % 2 ? 2 : -2, y: 0 }));
  const all = await framesWhile((i) => cy.panBy({ x: i % 40 < 20 ? 6 : -6, y: 3 * Math.sin(i / 8) }));
  cy.zoom({ level: 1, renderedPosition: { x: 600, y: 350 } });
  const near = await framesWhile((i) => cy.panBy({ x: i % 80 < 40 ? 6 : -6, y: i % 60 < 30 ? 4 : -4 }));
  const wheel = await framesWhile((i) => cy.zoom({ level: cy.zoom() * (i % 60 < 30 ? 1.02 : 1 / 1.02), renderedPosition: { x: 600, y: 350 } }));
  return { all, near, wheel };
}

/** @param {any} cy */
const painted = (cy) => new Promise((resolve) => cy.one('render', resolve));

async function ours(sheet) {
  const listeners = { onSelect() {}, onOpen() {}, onMenu() {}, onMove() {}, onRelation() {} };
  const start = performance.now();
  const view = await createGraphView(container, listeners, () => 0);
  const done = painted(view.engine);
  view.update({ ...sheet, selection: [], keyboard: null, nameOf: (relation) => relation.type });
  await done;
  const first = Math.round(performance.now() - start);
  const result = { first, ...(await motions(view.engine)) };
  view.destroy();
  return result;
}

async function plain(sheet, cytoscape) {
  const start = performance.now();
  const cy = cytoscape({
    container, layout: { name: 'preset' }, style: [{ selector: 'node', style: { label: 'data(label)' } }],
    elements: [
      ...sheet.nodes.map((node) => ({ data: { id: node.id, label: node.title }, position: { ...sheet.places[node.id] } })),
      ...sheet.relations.map((relation) => ({ data: { id: relation.key, source: relation.from, target: relation.to } })),
    ],
  });
  await painted(cy);
  const first = Math.round(performance.now() - start);
  const result = { first, ...(await motions(cy)) };
  cy.destroy();
  return result;
}

const cytoscape = await loadCytoscape();
for (const [nodes, relations] of [[500, 1000], [2000, 4000], [5000, 10000]]) {
  const sheet = randomSheet(nodes, relations);
  await fetch('/result', { method: 'POST', body: JSON.stringify({ nodes, relations, ours: await ours(sheet), plain: await plain(sheet, cytoscape) }) });
}
await fetch('/result', { method: 'POST', body: JSON.stringify({ done: true }) });
