import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dice, randomGraph } from './graphs.mjs';
import { boxOf, wrap } from '../../../wwwroot/app/explore/labels.js';
import { overlap, place } from '../../../wwwroot/app/explore/placement.js';
import { balance, wrapRanks } from '../../../wwwroot/app/explore/ranks.js';
import { layRoute } from '../../../wwwroot/app/explore/route-placement.js';
import { emptyView } from '../../../wwwroot/app/explore/explore-logic.js';

/** @typedef {import('../../../wwwroot/app/explore/placement.js').Taken} Taken */

/** @param {readonly Taken[]} all */
function clashes(all) {
  return all.flatMap((a, i) => all.slice(i + 1).filter((b) => overlap(a.point, a.box, b.point, b.box)));
}

test('New nodes overlap nothing and nothing that stands is moved, however a sheet is grown', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = dice(seed);
    const nodes = [...randomGraph(seed, 90).nodes.values()];
    /** @type {Taken[]} */
    let sheet = [];
    while (nodes.length > 0) {
      const fresh = nodes.splice(0, 1 + Math.floor(random() * 12)).map((node) => ({ id: node.id, box: boxOf(node) }));
      const before = JSON.stringify(sheet);
      const around = sheet.length > 0 ? sheet[Math.floor(random() * sheet.length)].point : { x: 0, y: 0 };
      const places = place(fresh, around, sheet, { center: sheet.length === 0 });
      assert.equal(JSON.stringify(sheet), before);
      assert.deepEqual(Object.keys(places).sort(), fresh.map(({ id }) => id).sort());
      sheet = [...sheet, ...fresh.map(({ id, box }) => ({ point: places[id], box }))];
    }
    assert.deepEqual(clashes(sheet), [], `seed ${seed}`);
  }
});

test('The first node on an empty sheet takes the middle', () => {
  assert.deepEqual(place([{ id: 'plan/a', box: boxOf({ title: 'A' }) }], { x: 3, y: 4 }, [], { center: true }), { 'plan/a': { x: 3, y: 4 } });
});

test('What a node brings goes away from where the node itself came from', () => {
  const box = boxOf({ title: 'Noe' });
  const places = place([{ id: 'plan/a', box }, { id: 'plan/b', box }], { x: 0, y: 0 }, [{ point: { x: -200, y: 0 }, box }, { point: { x: 0, y: 0 }, box }]);
  for (const { x } of Object.values(places)) assert.ok(x > -100, `x was ${x}`);
});

test('Hundreds of nodes around one find room', () => {
  const box = boxOf({ title: 'Kommunedelplan for et ganske langt navn' });
  const fresh = Array.from({ length: 300 }, (_, i) => ({ id: `plan/${i}`, box }));
  const places = place(fresh, { x: 0, y: 0 }, [{ point: { x: 0, y: 0 }, box }]);
  assert.deepEqual(clashes([{ point: { x: 0, y: 0 }, box }, ...Object.values(places).map((point) => ({ point, box }))]), []);
});

test('Long words break, lines stay short, and at most four are shown', () => {
  for (const title of ['Menneskerettighetsorganisasjonssamarbeid', 'Handlingsplan for forebygging av vold, seksuelle krenkelser og overgrep 2019–2022 i hele kommunen', 'A', '']) {
    const lines = wrap(title);
    assert.ok(lines.length <= 4 && lines.every((line) => line.length <= 24), JSON.stringify(lines));
  }
  assert.deepEqual(wrap('Klimastrategi 2030'), ['Klimastrategi 2030']);
});

test('A rank that is too wide becomes rows that fit, and the ranks below move down', () => {
  const ids = Array.from({ length: 50 }, (_, i) => `plan/${i}`);
  const boxes = new Map([...ids, 'goal/below'].map((id) => [id, { left: -70, right: 70, top: -20, bottom: 60 }]));
  const result = wrapRanks({ ...Object.fromEntries(ids.map((id, i) => [id, { x: i * 170, y: 0 }])), 'goal/below': { x: 0, y: 150 } }, boxes, 1500);
  const xs = ids.map((id) => result[id].x);
  assert.ok(Math.max(...xs) - Math.min(...xs) <= 1500);
  assert.ok(ids.every((id) => result[id].y < result['goal/below'].y));
  assert.deepEqual(clashes(Object.entries(result).map(([id, point]) => ({ point, box: /** @type {any} */ (boxes.get(id)) }))), []);
});

test('Ranks that fit keep their places sideways and are lined up by their tops', () => {
  const boxes = new Map(Object.entries({ 'plan/a': { left: -70, right: 70, top: -20, bottom: 40 }, 'plan/b': { left: -70, right: 70, top: -20, bottom: 100 }, 'goal/c': { left: -70, right: 70, top: -20, bottom: 40 } }));
  const result = wrapRanks({ 'plan/a': { x: 0, y: 30 }, 'plan/b': { x: 200, y: 0 }, 'goal/c': { x: 100, y: 230 } }, boxes);
  assert.deepEqual([result['plan/a'].x, result['plan/b'].x, result['goal/c'].x], [0, 200, 100]);
  assert.equal(result['plan/a'].y, result['plan/b'].y);
});

test('By rank nothing overlaps, whatever the labels and relations', () => {
  for (let seed = 1; seed <= 60; seed++) {
    const random = dice(seed);
    const nodes = [...randomGraph(seed, 40).nodes.values()];
    const boxes = new Map(nodes.map((node) => [node.id, boxOf(node)]));
    const middle = (/** @type {string} */ id) => { const box = /** @type {any} */ (boxes.get(id)); return (box.top + box.bottom) / 2; };
    const places = Object.fromEntries(nodes.map(({ id }, i) => [id, { x: (i % 14) * 180, y: Math.round(Math.floor(i / 14) * 220 - middle(id)) }]));
    const relations = nodes.map(({ id }) => ({ from: id, to: nodes[Math.floor(random() * nodes.length)].id }));
    const result = balance(wrapRanks(places, boxes, 900 + random() * 1500), boxes, relations);
    assert.deepEqual(clashes(Object.entries(result).map(([id, point]) => ({ point, box: /** @type {any} */ (boxes.get(id)) }))), [], `seed ${seed}`);
  }
});

test('A way lies in a line between its ends and moves neither', () => {
  const nodes = ['plan/a', 'goal/b', 'plan/c'].map((id) => ({ id, title: id }));
  const view = { ...emptyView, nodes: { 'plan/a': { x: 0, y: 0, by: [''] }, 'plan/c': { x: 600, y: 0, by: [''] } } };
  assert.deepEqual(layRoute(nodes, view, [], { x: 0, y: 0 }), { 'goal/b': { x: 300, y: 0 } });
  assert.deepEqual(Object.keys(layRoute(nodes, emptyView, [], { x: 0, y: 0 })), ['plan/a', 'goal/b', 'plan/c']);
});

test('A node stands over the middle of what hangs under it, and no rank overlaps or changes its order', () => {
  const box = { left: -70, right: 70, top: -20, bottom: 60 };
  const ids = ['plan/top', 'plan/other', ...Array.from({ length: 6 }, (_, i) => `goal/${i}`)];
  const boxes = new Map(ids.map((id) => [id, box]));
  const places = { 'plan/top': { x: 0, y: 0 }, 'plan/other': { x: 180, y: 0 }, ...Object.fromEntries(ids.slice(2).map((id, i) => [id, { x: i * 170, y: 200 }])) };
  const result = balance(places, boxes, ids.slice(2).map((to) => ({ from: 'plan/top', to })));
  assert.ok(Math.abs(result['plan/top'].x - 425) < 130 && result['plan/top'].x < result['plan/other'].x);
  assert.deepEqual(clashes(Object.values(result).map((point) => ({ point, box }))), []);
});
