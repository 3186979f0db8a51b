import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addNodes, emptyView, select } from '../../../wwwroot/app/explore/explore-logic.js';
import { amend, begin, commit, redo, undo } from '../../../wwwroot/app/explore/view-history.js';

const step = (/** @type {import('../../../wwwroot/app/explore/explore-logic.js').View} */ view, /** @type {number} */ i) => addNodes(view, { [`plan/${i}`]: { x: i, y: i } });

test('Sixty steps can be undone and redone, and each is exactly what it was', () => {
  let history = begin(emptyView);
  const views = [emptyView];
  for (let i = 0; i < 60; i++) views.push((history = commit(history, step(history.present, i))).present);
  for (let i = 59; i >= 0; i--) assert.deepEqual((history = undo(history)).present, views[i]);
  for (let i = 1; i <= 60; i++) assert.deepEqual((history = redo(history)).present, views[i]);
});

test('A new step after undo forgets what was undone', () => {
  const history = commit(undo(commit(begin(emptyView), step(emptyView, 1))), step(emptyView, 2));
  assert.deepEqual(redo(history), history);
});

test('Selecting is no step of its own and goes with the step it belongs to', () => {
  const placed = commit(begin(emptyView), step(emptyView, 1));
  const selected = amend(placed, select(placed.present, ['plan/1']));
  assert.equal(undo(selected).present, emptyView);
  assert.deepEqual(redo(undo(selected)).present.selection, ['plan/1']);
});

test('There is nothing to undo at the beginning and nothing to redo at the end', () => {
  const history = begin(emptyView);
  assert.equal(undo(history), history);
  assert.equal(redo(history), history);
  assert.equal(commit(history, emptyView), history);
});
