import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bar, filtersOf, groupRows, mark, nextSort, sortOf } from '../../../wwwroot/app/plans/plans-logic.js';

const years = { from: 2010, to: 2029 };

test('only the words that choose and order rows go to the server', () => {
  assert.deepEqual(filtersOf(new URLSearchParams('q=klima&group=type&type=temaplan&status=&tull=1')), { q: 'klima', type: 'temaplan' });
});

test('a column is sorted rising first, then falling, then rising again', () => {
  assert.deepEqual(nextSort({}, 'type'), { sort: 'type', desc: null });
  assert.deepEqual(nextSort({ sort: 'type' }, 'type'), { sort: 'type', desc: 'true' });
  assert.deepEqual(nextSort({ sort: 'type', desc: 'true' }, 'type'), { sort: 'type', desc: null });
});

test('the title is the order when nothing else is chosen', () => {
  assert.equal(sortOf({}, 'title'), 'ascending');
  assert.equal(sortOf({}, 'type'), undefined);
  assert.equal(sortOf({ sort: 'type', desc: 'true' }, 'type'), 'descending');
});

test('a period becomes a share of the line of years', () => {
  assert.deepEqual(bar({ from: 2010, to: 2014 }, years), { x: 0, width: 25, openStart: false, openEnd: false });
  assert.deepEqual(bar({ from: 2020, to: null }, years), { x: 50, width: 50, openStart: false, openEnd: true });
});

test('a period outside the line stays at its edge, and no period has no bar', () => {
  assert.equal(bar({ from: 1999, to: 2005 }, years)?.x, 0);
  assert.equal(bar(null, years), undefined);
  assert.equal(bar({ from: null, to: null }, years), undefined);
  assert.equal(bar({ from: 2010, to: 2011 }, null), undefined);
  assert.equal(bar({ from: 2010, to: 2011 }, { from: 2020, to: 2010 }), undefined);
});

test('a year outside the line has no mark', () => {
  assert.equal(mark(2020, years), 50);
  assert.equal(mark(2035, years), undefined);
});

test('every row is in exactly one group, and groups stand in the order of their labels', () => {
  const rows = [{ type: 'b', status: 'x' }, { type: 'a', status: 'x' }, { type: 'b', status: 'y' }];
  const groups = groupRows(rows, 'type', (value) => value.toUpperCase(), (a, b) => a.localeCompare(b));
  assert.deepEqual(groups.map((group) => [group.label, group.rows.length]), [['A', 1], ['B', 2]]);
  assert.equal(groupRows(rows, 'tull', String, () => 0)[0].rows, rows);
});
