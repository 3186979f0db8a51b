import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from '../page.mjs';

openPage();
const { el } = await import('../../../wwwroot/app/dom.js');
const { disclosure } = await import('../../../wwwroot/app/shell/menu.js');

const button = el('button');
const inside = el('a', { href: '/' });
const panel = el('div', { id: 'panel' }, inside);
const box = el('div', {}, button, panel);
const elsewhere = el('button');
document.body.append(box, elsewhere);
disclosure(button, panel, box);

const open = () => button.getAttribute('aria-expanded');
beforeEach(() => {
  if (open() === 'false') button.click();
  assert.equal(open(), 'true');
});

test('The button says what it opens, and closes it again', () => {
  assert.equal(button.getAttribute('aria-controls'), 'panel');
  button.click();
  assert.equal(open(), 'false');
});

test('Escape closes and gives the button focus back', () => {
  inside.focus();
  inside.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }));
  assert.equal(open(), 'false');
  assert.equal(document.activeElement, button);
});

test('Focus moving out closes, focus moving inside does not', () => {
  button.focus();
  inside.focus();
  assert.equal(open(), 'true');
  elsewhere.focus();
  assert.equal(open(), 'false');
});

test('Pointing elsewhere closes', () => {
  elsewhere.dispatchEvent(new Event('pointerdown', { bubbles: true }));
  assert.equal(open(), 'false');
});
