import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dice } from './graphs.mjs';
import * as logic from '../../../wwwroot/app/explore/explore-logic.js';

const at = (/** @type {string[]} */ ...ids) => Object.fromEntries(ids.map((id, i) => [id, { x: i * 10, y: i }]));
const ids = (/** @type {logic.View} */ view) => Object.keys(view.nodes);

test('A node that is added twice keeps its place', () => {
  const once = logic.addNodes(logic.emptyView, { 'plan/a': { x: 5, y: 5 } });
  const twice = logic.addNodes(once, { 'plan/a': { x: 99, y: 99 } }, 'plan/b');
  assert.deepEqual(twice.nodes['plan/a'], { x: 5, y: 5, by: ['', 'plan/b'] });
});

test('Nothing changes the view it is given', () => {
  const deep = (/** @type {any} */ value) => { for (const inner of Object.values(value)) if (inner && typeof inner === 'object') deep(inner); return Object.freeze(value); };
  let view = deep(logic.addNodes(logic.emptyView, at('plan/a', 'plan/b')));
  for (const next of [logic.addNodes(view, at('plan/c'), 'plan/a', ['plan/b']), logic.collapse(view, 'plan/a'), logic.removeNodes(view, ['plan/a']),
    logic.moveNodes(view, at('plan/b')), logic.select(view, ['plan/a']), logic.toggleHidden(view, 'kinds', 'Plan'), logic.focusOn(view, 'plan/a')]) view = deep(next);
});

test('Collapsing takes away what the expansion brought and nothing else', () => {
  const start = logic.addNodes(logic.emptyView, at('plan/a', 'plan/b'));
  const open = logic.addNodes(start, at('goal/c', 'goal/d'), 'plan/a', ['plan/b']);
  assert.deepEqual(ids(logic.collapse(open, 'plan/a')), ['plan/a', 'plan/b']);
});

test('Collapsing keeps what another expansion also leads to', () => {
  const start = logic.addNodes(logic.emptyView, at('plan/a', 'plan/b'));
  const open = logic.addNodes(logic.addNodes(start, at('goal/c', 'goal/d'), 'plan/a'), {}, 'plan/b', ['goal/c']);
  assert.deepEqual(ids(logic.collapse(open, 'plan/a')), ['plan/a', 'plan/b', 'goal/c']);
});

test('Collapsing takes away what the nodes that go had brought in their turn', () => {
  const start = logic.addNodes(logic.emptyView, at('plan/a'));
  const open = logic.addNodes(logic.addNodes(start, at('goal/b'), 'plan/a'), at('goal/c'), 'goal/b');
  assert.deepEqual(ids(logic.collapse(open, 'plan/a')), ['plan/a']);
});

test('Two nodes that only brought each other do not keep each other', () => {
  const start = logic.addNodes(logic.emptyView, at('plan/a'));
  const open = logic.addNodes(logic.addNodes(logic.addNodes(start, at('goal/b'), 'plan/a'), at('goal/c'), 'goal/b'), {}, 'goal/c', ['goal/b']);
  assert.deepEqual(ids(logic.collapse(open, 'plan/a')), ['plan/a']);
});

test('A node keeps standing when it is itself collapsed, whoever brought it', () => {
  const start = logic.addNodes(logic.addNodes(logic.emptyView, at('plan/a')), at('goal/b'), 'plan/a');
  const open = logic.addNodes(logic.addNodes(start, at('goal/c'), 'goal/b'), {}, 'goal/c', ['plan/a']);
  assert.deepEqual(ids(logic.collapse(open, 'goal/b')), ['plan/a', 'goal/b']);
});

test('Collapse after expand gives back the nodes and places there were, on any sheet', () => {
  for (let seed = 1; seed <= 200; seed++) {
    const random = dice(seed);
    let view = logic.addNodes(logic.emptyView, at('plan/0', 'plan/1', 'plan/2'));
    for (let i = 3; i < 15; i++) {
      const origin = ids(view)[Math.floor(random() * ids(view).length)];
      view = logic.addNodes(view, { [`plan/${i}`]: { x: i, y: seed } }, origin, ids(view).filter(() => random() < 0.2));
    }
    const opener = ids(view).filter((id) => !logic.isExpanded(view, id))[0];
    if (!opener) continue;
    const open = logic.addNodes(view, at('goal/x', 'goal/y'), opener, ids(view).filter((id) => id !== opener && random() < 0.3));
    const places = (/** @type {logic.View} */ some) => Object.entries(some.nodes).map(([id, { x, y }]) => [id, x, y]);
    assert.deepEqual(places(logic.collapse(open, opener)), places(view), `seed ${seed}`);
  }
});

test('Removing a node leaves what it had brought', () => {
  const open = logic.addNodes(logic.addNodes(logic.emptyView, at('plan/a')), at('goal/b'), 'plan/a');
  const left = logic.removeNodes(open, ['plan/a']);
  assert.deepEqual(ids(left), ['goal/b']);
  assert.deepEqual(left.nodes['goal/b'].by, ['']);
});

test('Selection, focus and path never point at something that is gone', () => {
  const view = { ...logic.focusOn(logic.select(logic.addNodes(logic.emptyView, at('plan/a', 'plan/b')), ['plan/a', 'plan/b']), 'plan/a'), path: /** @type {const} */ (['plan/a', 'plan/b']) };
  const left = logic.removeNodes(view, ['plan/a']);
  assert.deepEqual([left.selection, left.focus, left.path], [['plan/b'], null, null]);
});

test('Moving a node by hand makes the arrangement free', () => {
  const view = logic.moveNodes(logic.addNodes(logic.emptyView, at('plan/a', 'plan/b')), { 'plan/a': { x: 7, y: 8 } }, 'hierarchy');
  assert.equal(view.layout, 'hierarchy');
  assert.equal(logic.moveNodes(view, { 'plan/a': { x: 1, y: 1 } }).layout, 'free');
  assert.deepEqual(view.nodes['plan/b'], { x: 10, y: 1, by: [''] });
});

test('Filters are counted, and all of them go at once', () => {
  const view = { ...logic.toggleHidden(logic.hide(logic.emptyView, 'kinds', ['Sdg', 'Place']), 'statuses', 'none'), hideLoose: true };
  assert.equal(logic.filterCount(view), 4);
  assert.equal(logic.filterCount(logic.showEverything(view)), 0);
  assert.deepEqual(logic.toggleHidden(view, 'kinds', 'Sdg').hidden.kinds, ['Place']);
});
