import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

openPage();
const { compare, date, dateTime, number, percent, period } = await import('../../wwwroot/app/format.js');

test('A date is day, month, year with dots', () => {
  assert.equal(date('2026-05-07'), '07.05.2026');
  assert.equal(date(new Date(2018, 0, 31)), '31.01.2018');
});

test('A time stands after the date', () => assert.equal(dateTime(new Date(2026, 4, 7, 9, 5)), '07.05.2026 09:05'));

test('No date is nothing, and neither is a broken one', () => {
  for (const value of [null, undefined, '', 'i fjor']) assert.equal(date(value), '');
});

test('A period is written with a dash, open ends and all', () => {
  assert.equal(period(2022, 2030), '2022–2030');
  assert.equal(period(2022, null), '2022–');
  assert.equal(period(null, 2030), '–2030');
  assert.equal(period(2022, 2022), '2022');
  assert.equal(period(null, undefined), '');
  assert.equal(period(null, null), '');
});

test('Numbers have a hard space between thousands and a decimal comma', () => {
  assert.equal(number(1234567.5), '1\u00a0234\u00a0567,5');
  assert.equal(percent(0.425), '43\u00a0%');
});

test('Norwegian order: æ, ø and å last, aa as å, numbers by value', () => {
  assert.deepEqual(['Ås', 'Øst', 'Ære', 'Zoo', 'Aa', 'plan 10', 'plan 9'].sort(compare), ['plan 9', 'plan 10', 'Zoo', 'Ære', 'Øst', 'Aa', 'Ås']);
});
