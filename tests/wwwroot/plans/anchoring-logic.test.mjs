import assert from 'node:assert/strict';
import { test } from 'node:test';
import { exemptionChange, likelyChange, mayChange } from '../../../wwwroot/app/plans/anchoring-logic.js';

const plan = { id: 'plan/a', kind: 'Plan', title: 'A', version: 4, type: 'temaplan' };

test('only those who may write are offered to write', () => {
  assert.deepEqual(['reader', 'planner', 'administrator'].map(mayChange), [false, true, true]);
});

test('a likely goal becomes one relation that says it is judged, by whom and on what', () => {
  const change = likelyChange(plan, { goal: { id: 'goal/g' }, relation: 'SUPPORTS', evidence: ['Et ord.', 'Et tema.'] }, 'Planlegger', 'Fordi');
  assert.equal(change.operations.length, 1);
  assert.deepEqual(change.operations[0], {
    op: 'putRelation', expectedVersion: 0,
    relation: { type: 'SUPPORTS', from: 'plan/a', to: 'goal/g', reason: 'Et ord. Et tema.', sources: [{ document: 'PlanGraph', place: 'plan/a', basis: 'judged', judgedBy: 'Planlegger' }] },
  });
});

test('a declaration is the plan with it, against the version that was seen; taken back it is the plan without', () => {
  const exemption = { reason: 'r', expires: '2027-12-31', declaredBy: 'Planavdelingen' };
  assert.deepEqual(exemptionChange(plan, exemption, 'x').operations, [{ op: 'putNode', node: { ...plan, exemption }, expectedVersion: 4 }]);
  assert.deepEqual(exemptionChange({ ...plan, exemption }, null, 'x').operations, [{ op: 'putNode', node: plan, expectedVersion: 4 }]);
});
