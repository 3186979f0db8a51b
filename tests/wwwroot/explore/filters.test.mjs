import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dice, graph, node, randomGraph, relation } from './graphs.mjs';
import * as logic from '../../../wwwroot/app/explore/explore-logic.js';
import { emphasised, facetValues, overview, shown } from '../../../wwwroot/app/explore/filters.js';
import { nodeRows, relationRows, sorted } from '../../../wwwroot/app/explore/rows.js';

const on = (/** @type {readonly string[]} */ ids) => logic.addNodes(logic.emptyView, Object.fromEntries(ids.map((id, i) => [id, { x: i * 10, y: 0 }])));
/** @type {import('../../../wwwroot/app/explore/rows.js').Words} */
const words = { type: (one) => one.kind, status: (one) => one.status ?? '', dimension: (one) => one.dimension ?? '', period: () => '', relation: (one) => one.type, action: (one) => one.action ?? '', basis: (one) => one.basis };
const small = graph(
  [node('plan/a', { status: 'adopted', sectors: ['sector/x'] }), node('plan/b', { status: 'retired', sectors: ['sector/x', 'sector/y'] }), node('goal/c', { standing: 'current', dimension: 'social' })],
  [relation('plan/a', 'plan/b'), relation('plan/b', 'goal/c', { type: 'SUPPORTS' })]);
const ids = (/** @type {import('../../../wwwroot/app/explore/filters.js').Shown} */ drawn) => drawn.nodes.map((one) => one.id);

test('A relation vanishes with either of its ends', () => {
  const drawn = shown(logic.hide(on(['plan/a', 'plan/b', 'goal/c']), 'kinds', ['Goal']), small);
  assert.deepEqual(ids(drawn), ['plan/a', 'plan/b']);
  assert.deepEqual(drawn.relations.map((one) => one.type), ['PART_OF']);
});

test('A relation type can be left out while its ends stay', () => {
  const drawn = shown(logic.hide(on(['plan/a', 'plan/b']), 'types', ['PART_OF']), small);
  assert.deepEqual([ids(drawn), drawn.relations], [['plan/a', 'plan/b'], []]);
});

test('A plan of two sectors is shown as long as one of them is', () => {
  const view = on(['plan/a', 'plan/b', 'goal/c']);
  assert.deepEqual(ids(shown(logic.hide(view, 'sectors', ['sector/x']), small)), ['plan/b', 'goal/c']);
  assert.deepEqual(ids(shown(logic.hide(view, 'sectors', ['none']), small)), ['plan/a', 'plan/b']);
});

test('What is related to nothing that is shown can be left out', () => {
  assert.deepEqual(ids(shown({ ...on(['plan/a', 'goal/c']), hideLoose: true }, small)), []);
  assert.deepEqual(ids(shown({ ...on(['plan/a', 'plan/b', 'goal/c']), hideLoose: true }, small)).length, 3);
});

test('A filter that leaves a value out still lists and counts it', () => {
  const view = logic.hide(on(['plan/a', 'plan/b', 'goal/c']), 'statuses', ['planStatus.retired', 'planStatus.rolling']);
  assert.deepEqual(facetValues(view, small, 'statuses'), [
    { value: 'planStatus.adopted', count: 1, hidden: false }, { value: 'planStatus.retired', count: 1, hidden: true },
    { value: 'standing.current', count: 1, hidden: false }, { value: 'planStatus.rolling', count: 0, hidden: true }]);
});

test('Focus keeps a node and its nearest; a route keeps its own nodes', () => {
  const view = logic.focusOn(on(['plan/a', 'plan/b', 'goal/c']), 'plan/a');
  assert.deepEqual(emphasised(view, shown(view, small)), new Set(['plan/a', 'plan/b']));
  assert.deepEqual(emphasised(view, shown(view, small), new Set(['goal/c'])), new Set(['goal/c']));
  assert.equal(emphasised(on(['plan/a']), shown(on(['plan/a']), small)), undefined);
});

test('Picture, table and summary show the same nodes and relations under any filter', () => {
  for (let seed = 1; seed <= 80; seed++) {
    const all = randomGraph(seed);
    const random = dice(seed);
    let view = on([...all.nodes.keys()].filter(() => random() < 0.8));
    for (const [facet, value] of /** @type {const} */ ([['kinds', 'Goal'], ['types', 'AFFECTS'], ['statuses', 'planStatus.adopted'], ['sectors', 'none'], ['dimensions', 'dimension.social']]))
      if (random() < 0.4) view = logic.toggleHidden(view, facet, value);
    view = { ...view, hideLoose: random() < 0.3 };
    const drawn = shown(view, all);
    const summary = overview(drawn);
    assert.deepEqual(nodeRows(drawn, words).map((row) => row.id), ids(drawn), `seed ${seed}`);
    assert.deepEqual(relationRows(drawn, words).map((row) => row.key), drawn.relations.map((one) => one.key));
    assert.equal(summary.kinds.reduce((sum, { count }) => sum + count, 0), drawn.nodes.length);
    assert.equal(summary.relations, drawn.relations.length);
    const there = new Set(ids(drawn));
    assert.ok(drawn.relations.every(({ from, to }) => there.has(from) && there.has(to)));
  }
});

test('Rows are sorted by words or numbers, empty ones last both ways', () => {
  const rows = [{ a: 'b', n: 2 }, { a: '', n: '' }, { a: 'a', n: 10 }];
  const compare = (/** @type {string} */ x, /** @type {string} */ y) => x.localeCompare(y);
  assert.deepEqual(sorted(rows, 'a', false, compare).map((row) => row.a), ['a', 'b', '']);
  assert.deepEqual(sorted(rows, 'a', true, compare).map((row) => row.a), ['b', 'a', '']);
  assert.deepEqual(sorted(rows, 'n', false, compare).map((row) => row.n), [2, 10, '']);
});
