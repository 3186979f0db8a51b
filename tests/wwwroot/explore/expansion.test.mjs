import assert from 'node:assert/strict';
import { test } from 'node:test';
import { graph, node, randomGraph, relation } from './graphs.mjs';
import * as logic from '../../../wwwroot/app/explore/explore-logic.js';
import { cap, groupsOf, hiddenCount, hiddenCounts, nextNeighbours } from '../../../wwwroot/app/explore/expansion.js';

const compare = (/** @type {string} */ a, /** @type {string} */ b) => a.localeCompare(b);
const children = Array.from({ length: 30 }, (_, i) => `plan/c-${String(i).padStart(2, '0')}`);
const hub = graph([node('plan/hub'), node('goal/g'), ...children.map((id) => node(id))], [...children.map((id) => relation(id, 'plan/hub')), relation('plan/hub', 'goal/g', { type: 'STATES' })]);
const start = logic.addNodes(logic.emptyView, { 'plan/hub': { x: 0, y: 0 }, 'plan/c-03': { x: 200, y: 0 } });

test('Relations are counted by type and direction, and what is not shown apart', () => {
  assert.deepEqual(groupsOf('plan/hub', start, hub), [
    { type: 'PART_OF', outgoing: false, total: 30, hidden: 29 }, { type: 'STATES', outgoing: true, total: 1, hidden: 1 }]);
  assert.equal(hiddenCount('plan/hub', start, hub), 30);
});

test('An expansion brings so many at a time, by title, and tells how many are left', () => {
  const first = nextNeighbours('plan/hub', start, hub, { type: 'PART_OF', outgoing: false }, compare);
  assert.deepEqual([first.bring.length, first.bring[0], first.met, first.left], [cap, 'plan/c-00', ['plan/c-03'], 29 - cap]);
  assert.ok(!first.bring.includes('plan/c-03'));
});

test('Expanding again and again brings everything once and then nothing', () => {
  let view = start;
  for (let i = 0; i < 4; i++) view = logic.addNodes(view, Object.fromEntries(nextNeighbours('plan/hub', view, hub, null, compare).bring.map((id) => [id, { x: 0, y: 0 }])), 'plan/hub');
  assert.equal(Object.keys(view.nodes).length, 32);
  assert.deepEqual(nextNeighbours('plan/hub', view, hub, null, compare), { bring: [], met: ['goal/g', ...children].sort((a, b) => (a === 'goal/g' ? 1 : b === 'goal/g' ? -1 : compare(a, b))), left: 0 });
});

test('One direction brings only that', () => {
  assert.deepEqual(nextNeighbours('plan/hub', start, hub, { type: 'STATES', outgoing: true }, compare).bring, ['goal/g']);
  assert.deepEqual(nextNeighbours('plan/hub', start, hub, { type: 'STATES', outgoing: false }, compare).bring, []);
});

test('The numbers on the nodes are those of their menus', () => {
  for (let seed = 1; seed <= 30; seed++) {
    const all = randomGraph(seed);
    const view = logic.addNodes(logic.emptyView, Object.fromEntries([...all.nodes.keys()].slice(0, 20).map((id) => [id, { x: 0, y: 0 }])));
    const counts = hiddenCounts(view, all);
    for (const id of Object.keys(view.nodes)) {
      const loops = [...all.relations.values()].filter((one) => one.from === id && one.to === id).length;
      if (loops === 0) assert.equal(counts.get(id), hiddenCount(id, view, all), `seed ${seed} ${id}`);
    }
  }
});
