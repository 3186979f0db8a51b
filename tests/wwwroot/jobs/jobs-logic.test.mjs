import assert from 'node:assert/strict';
import { test } from 'node:test';
import { duration, totals } from '../../../wwwroot/app/jobs/jobs-logic.js';

const number = (/** @type {number} */ value, /** @type {Intl.NumberFormatOptions | undefined} */ options) => value.toLocaleString('nb-NO', options);

test('the counts of all detectors add up', () => {
  assert.deepEqual(totals([{ found: 3, new: 1, resolved: 0 }, { found: 2, new: 2, resolved: 4 }]), { found: 5, new: 3, resolved: 4 });
  assert.deepEqual(totals([]), { found: 0, new: 0, resolved: 0 });
});

test('a time span is told in the unit that fits', () => {
  assert.equal(duration(420, number), '0,4 s');
  assert.equal(duration(12_400, number), '12 s');
  assert.equal(duration(185_000, number), '3 min 5 s');
});
