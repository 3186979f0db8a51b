import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgements, waterfall } from '../../../wwwroot/app/findings/findings-logic.js';

test('a waterfall starts each part where the one before ended', () => {
  const steps = waterfall([{ text: 'ord', weight: 0.5 }, { text: 'mål', weight: 0.5 }, { text: 'bakgrunn' }, { text: 'periode', weight: -0.25 }]);
  assert.deepEqual(steps.map((step) => [step.from, step.to]), [[0, 50], [50, 100], [75, 100]]);
});

test('evidence without weights has no waterfall', () => {
  assert.deepEqual(waterfall([{ text: 'bakgrunn' }, { text: 'null', weight: 0 }]), []);
});

test('a judgement never leads back to the state the finding is in, and a dismissal needs a note', () => {
  assert.ok(judgements('new').every((choice) => choice.state !== 'new'));
  assert.deepEqual(judgements('new').filter((choice) => choice.needsNote).map((choice) => choice.state), ['dismissed']);
});
