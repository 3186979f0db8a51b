import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deedOf, filtersOf, judgements, keys, sentencesOf, stillThere, waterfall } from '../../../wwwroot/app/findings/findings-logic.js';

test('a waterfall starts each part where the one before ended', () => {
  const steps = waterfall([{ text: 'ord', weight: 0.5 }, { text: 'mål', weight: 0.5 }, { text: 'bakgrunn' }, { text: 'periode', weight: -0.25 }]);
  assert.deepEqual(steps.map((step) => [step.from, step.to]), [[0, 50], [50, 100], [75, 100]]);
});

test('evidence without weights has no waterfall', () => {
  assert.deepEqual(waterfall([{ text: 'bakgrunn' }, { text: 'null', weight: 0 }]), []);
});

test('sentences are what does not count; who judges first sees also what counts, where it says something without its weight', () => {
  const evidence = [{ key: 'overlap.words', weight: 0.3 }, { key: 'overlap.rank', weight: 0.1 }, { key: 'overlap.onlyWords' }, { key: 'anchoring.likely.near.weak' }];
  const keys = (/** @type {any} */ finding, /** @type {boolean} */ hidden) => sentencesOf(finding, hidden).map(({ key }) => key);
  assert.deepEqual(keys({ evidence }, false), ['overlap.onlyWords', 'anchoring.likely.near.weak']);
  assert.deepEqual(keys({ evidence, likely: [] }, true), ['overlap.words', 'overlap.onlyWords', 'anchoring.likely.near.weak']);
  assert.deepEqual(keys({ evidence, likely: [{}] }, true), ['overlap.words', 'overlap.onlyWords']);
});

test('a judgement never leads back to the state the finding is in, and a dismissal needs a note', () => {
  assert.ok(judgements('new').every((choice) => choice.state !== 'new'));
  assert.deepEqual(judgements('new').filter((choice) => choice.needsNote).map((choice) => choice.state), ['dismissed']);
});

test('the parts of a waterfall say what they make so far, and the last is the score', () => {
  assert.deepEqual(waterfall([{ text: 'a', weight: 0.35 }, { text: 'b', weight: 0.2 }, { text: 'c', weight: -0.1 }]).map((step) => step.sum), [0.35, 0.55, 0.45]);
});

test('the list is mine and nobody’s unless it is about one plan, and never gives the score away to who judges first', () => {
  assert.deepEqual(filtersOf(new URLSearchParams('')), { owner: '@mine' });
  assert.deepEqual(filtersOf(new URLSearchParams('member=plan/a')), { member: 'plan/a' });
  assert.deepEqual(filtersOf(new URLSearchParams('owner=@all&new=true')), { new: 'true' });
  assert.deepEqual(filtersOf(new URLSearchParams('owner=Plan'), true), { owner: 'Plan', sort: 'came' });
});

const press = (/** @type {string} */ key, more = {}) => ({ key, ctrlKey: false, altKey: false, metaKey: false, defaultPrevented: false, ...more });
const anywhere = { typing: false, inDialog: false, inRows: false };

test('a key of one letter means nothing while one types, in a dialog, or with another key held', () => {
  assert.equal(deedOf(press('b'), anywhere), 'confirmed');
  assert.equal(deedOf(press('b'), { ...anywhere, typing: true }), undefined);
  assert.equal(deedOf(press('b'), { ...anywhere, inDialog: true }), undefined);
  for (const held of ['ctrlKey', 'altKey', 'metaKey']) assert.equal(deedOf(press('a', { [held]: true }), anywhere), undefined);
  assert.equal(deedOf(press('q'), anywhere), undefined);
});

test('the arrow keys move among the rows only from within them', () => {
  assert.equal(deedOf(press('ArrowDown'), anywhere), undefined);
  assert.equal(deedOf(press('ArrowDown'), { ...anywhere, inRows: true }), 'next');
});

test('no two things have the same key', () => {
  assert.equal(new Set(keys.map((one) => one.key)).size, keys.length);
});

test('what is chosen and no longer in the list is not chosen', () => {
  assert.deepEqual([...stillThere(new Set(['a', 'b']), [{ id: 'b' }, { id: 'c' }])], ['b']);
});
