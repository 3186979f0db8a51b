import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage } from './page.mjs';

openPage();
const { el, mount, svg, updateList } = await import('../../wwwroot/app/dom.js');

test('What a person has written is shown as text and never becomes markup', () => {
  const element = el('p', { title: '"><img src=x>' }, '<img src=x onerror=alert(1)>');
  assert.equal(element.children.length, 0);
  assert.equal(element.textContent, '<img src=x onerror=alert(1)>');
  assert.equal(element.title, '"><img src=x>');
});

for (const address of ['javascript:alert(1)', ' javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'java\nscript:alert(1)'])
  test(`A link to ${JSON.stringify(address)} gets no address`, () => {
    assert.equal(el('a', { href: address }).hasAttribute('href'), false);
  });

for (const address of ['/plans/klimastrategi-2030', '?q=a:b', '#main', 'https://baerum.kommune.no', 'mailto:post@baerum.kommune.no', 'plans/x', './x'])
  test(`A link to ${address} keeps its address`, () => {
    assert.equal(el('a', { href: address }).getAttribute('href'), address);
  });

for (const name of ['onclick', 'style', 'srcdoc', 'OnLoad'])
  test(`The attribute ${name} is refused, since the content security policy would`, () => {
    assert.throws(() => el('div', { [name]: 'x' }), TypeError);
  });

test('Properties become attributes: true bare, false and nothing left out, data with hyphens', () => {
  const element = el('input', { type: 'checkbox', checked: true, disabled: false, title: null, data: { colorScheme: 'dark', off: false } });
  assert.equal(element.outerHTML, '<input type="checkbox" checked="" data-color-scheme="dark">');
});

test('Children may be lists, numbers and nothing', () => {
  assert.equal(el('p', {}, 'a', [1, null, el('b', {}, 'c')], undefined, false).innerHTML, 'a1<b>c</b>');
});

test('A picture is made in the namespace of pictures', () => {
  assert.equal(svg('path', { d: 'M0 0' }).namespaceURI, 'http://www.w3.org/2000/svg');
});

test('Mounting takes the place of what was there', () => {
  const container = el('div', {}, 'old');
  mount(container, 'new', el('b'));
  assert.equal(container.innerHTML, 'new<b></b>');
});

test('A list brought up to date keeps the element of every key and follows the order', () => {
  const list = el('ul');
  const draw = (/** @type {string[]} */ keys) => updateList(list, keys, (key) => key, (key) => el('li', {}, key), (element) => { element.title = 'kept'; });
  draw(['a', 'b', 'c']);
  const [a, b, c] = list.children;
  draw(['c', 'd', 'a']);
  assert.deepEqual([...list.children].map((item) => item.textContent), ['c', 'd', 'a']);
  assert.equal(list.children[0], c);
  assert.equal(list.children[2], a);
  assert.equal(b.isConnected || list.contains(b), false);
  assert.deepEqual([...list.children].map((item) => /** @type {HTMLElement} */ (item).title), ['kept', '', 'kept']);
});

test('A list that has not changed is not touched', () => {
  const list = el('ul');
  document.body.append(list);
  const draw = () => updateList(list, ['a', 'b'], (key) => key, (key) => el('li', { tabindex: 0 }, key));
  draw();
  const second = /** @type {HTMLElement} */ (list.children[1]);
  second.focus();
  draw();
  assert.equal(document.activeElement, second);
});
