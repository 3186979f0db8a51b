import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import { openPage } from './page.mjs';

openPage('/plans?status=adopted');
const { changeQuery, match, navigate, query, startRouter } = await import('../../wwwroot/app/router.js');
const { el } = await import('../../wwwroot/app/dom.js');

/** @param {string} path */
const route = (path) => ({ path, load: () => Promise.reject(new Error('not loaded here')) });
const routes = [route('/'), route('/plans'), route('/plans/:slug')];
/** @type {string[]} */
const shown = [];
startRouter((path) => shown.push(path));

beforeEach(() => {
  navigate('/plans?status=adopted');
  shown.length = 0;
});

/** @param {Record<string, unknown>} attributes @param {MouseEventInit} [init] @returns {boolean} whether the browser was left to it */
function click(attributes, init = {}) {
  const link = el('a', attributes, el('b', {}, 'word'));
  document.body.append(link);
  let left = true;
  document.addEventListener('click', (event) => { left = !event.defaultPrevented; event.preventDefault(); }, { once: true });
  /** @type {Element} */ (link.firstChild).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...init }));
  link.remove();
  return left;
}

test('The start shows the address one came by', () => {
  /** @type {string[]} */
  const first = [];
  startRouter((path) => first.push(path));
  assert.deepEqual(first, ['/plans']);
});

test('A path finds its route, with or without a slash at the end', () => {
  assert.equal(match(routes, '/')?.route.path, '/');
  assert.equal(match(routes, '/plans')?.route.path, '/plans');
  assert.equal(match(routes, '/plans/')?.route.path, '/plans');
  assert.equal(match(routes, '/nowhere'), undefined);
  assert.equal(match(routes, '/plans/a/b'), undefined);
});

test('A slug is decoded, and one that cannot be is taken as it stands', () => {
  assert.deepEqual(match(routes, '/plans/b%C3%A6rum')?.parameters, { slug: 'bærum' });
  assert.deepEqual(match(routes, '/plans/50%')?.parameters, { slug: '50%' });
});

test('A link of our own is followed without a new page load', () => {
  assert.equal(click({ href: '/plans/klimastrategi-2030' }), false);
  assert.equal(location.pathname, '/plans/klimastrategi-2030');
  assert.deepEqual(shown, ['/plans/klimastrategi-2030']);
});

for (const [what, attributes, init] of /** @type {[string, Record<string, unknown>, MouseEventInit?][]} */ ([
  ['another site', { href: 'https://baerum.kommune.no/' }],
  ['a file to download', { href: '/plans', download: true }],
  ['a new window', { href: '/plans', target: '_blank' }],
  ['the API', { href: '/api/exports/plans.csv' }],
  ['a place on the page', { href: '#main' }],
  ['a new tab by Ctrl', { href: '/findings' }, { ctrlKey: true }],
  ['the middle button', { href: '/findings' }, { button: 1 }],
]))
  test(`A link to ${what} is left to the browser`, () => {
    assert.equal(click(attributes, init), true);
    assert.deepEqual(shown, []);
  });

test('Changing the query keeps the rest of it and does not draw the page anew', () => {
  changeQuery({ sector: 'Samfunn', page: 2 });
  assert.equal(location.search, '?status=adopted&sector=Samfunn&page=2');
  changeQuery({ sector: null, page: '' });
  assert.equal(query().toString(), 'status=adopted');
  assert.deepEqual(shown, []);
});

test('Going to the same page with another query tells the page, which stays', () => {
  let told = 0;
  document.addEventListener('pg:query', () => { told += 1; }, { once: true });
  navigate('/plans?status=retired');
  assert.equal(told, 1);
  assert.deepEqual(shown, []);
  assert.equal(query().get('status'), 'retired');
});

test('Back shows the page one came from', async () => {
  navigate('/findings');
  const back = new Promise((resolve) => addEventListener('popstate', resolve, { once: true }));
  history.back();
  await back;
  assert.deepEqual(shown, ['/findings', '/plans']);
});

test('Replacing leaves no step back', () => {
  const steps = history.length;
  navigate('/jobs', { replace: true });
  assert.equal(history.length, steps);
  assert.deepEqual(shown, ['/jobs']);
});
