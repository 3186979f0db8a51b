import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextStep, rowsToShow } from '../../../wwwroot/app/imports/imports-logic.js';

const rows = [
  { outcome: 'new', file: 'a', row: 1 }, { outcome: 'refused', file: 'a', row: 2 },
  { outcome: 'new', file: 'a', row: 3 }, { outcome: 'doubtful', file: 'b', row: 1 },
];

test('refused rows come first, and rows of one outcome stay in the order of the file', () => {
  assert.deepEqual(rowsToShow(rows, '').map((row) => row.row), [2, 1, 1, 3]);
  assert.deepEqual(rowsToShow(rows, 'new').map((row) => row.row), [1, 3]);
});

test('what may be done follows from the counts', () => {
  assert.equal(nextStep({ unchanged: 5 }), 'nothing');
  assert.equal(nextStep({ doubtful: 1 }), 'apply');
  assert.equal(nextStep({ new: 1, refused: 1 }), 'applyWithout');
  assert.equal(nextStep({ refused: 1, unchanged: 3 }), 'refused');
  assert.equal(nextStep({}), 'nothing');
});
