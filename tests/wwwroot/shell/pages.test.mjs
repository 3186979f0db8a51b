import assert from 'node:assert/strict';
import { test } from 'node:test';
import { openPage, textsOf } from '../page.mjs';

openPage('/plans');
const texts = textsOf('nb', ['shell', 'vocabulary']);
globalThis.fetch = async () => Response.json(texts);
const { ApiError } = await import('../../../wwwroot/app/api.js');
const { el } = await import('../../../wwwroot/app/dom.js');
const { loadTexts } = await import('../../../wwwroot/app/texts.js');
const { createPages } = await import('../../../wwwroot/app/shell/pages.js');
const { createShell } = await import('../../../wwwroot/app/shell/shell.js');
await loadTexts();

/** @type {string[]} */
const log = [];
/** @param {string} name */
const feature = (name) => ({
  title: () => name,
  mount(/** @type {HTMLElement} */ container, /** @type {Record<string, string>} */ { slug }, /** @type {any} */ { signal }) {
    log.push(`mount ${name} ${slug ?? ''}`.trim());
    container.append(el('h1', {}, name));
    signal.addEventListener('abort', () => log.push(`abort ${name}`));
    return () => log.push(`unmount ${name}`);
  },
});
const routes = [
  { path: '/plans', nav: 'shell.nav.plans', load: async () => feature('Planer') },
  { path: '/plans/:slug', load: async () => feature('Plan') },
  { path: '/broken', load: async () => ({ title: () => 'Brutt', mount: () => Promise.reject(new ApiError(404)) }) },
  { path: '/access', nav: 'shell.nav.access', allowed: (/** @type {{ role: string }} */ { role }) => role === 'administrator', load: async () => feature('Tilgang') },
];
const shell = createShell(/** @type {HTMLElement} */ (document.getElementById('app')));
const pages = createPages(shell, routes);
const main = () => /** @type {HTMLElement} */ (document.querySelector('main'));

/** @param {string} role */
function signIn(role) {
  const edits = role === 'planner' || role === 'administrator';
  shell.show({ name: 'Administrator', role, permissions: { edit: edits, judge: edits, administer: role === 'administrator', import: edits, runJobs: edits } }, routes);
  log.length = 0;
}

test('The first page leaves the keyboard before the skip link', async () => {
  signIn('planner');
  await pages.show('/plans/first');
  assert.equal(document.activeElement, document.body);
  assert.equal(document.querySelector('a')?.getAttribute('href'), '#main');
});

test('A page is mounted, titled, marked in the navigation, and its heading has focus', async () => {
  signIn('planner');
  await pages.show('/plans');
  assert.equal(document.title, 'Planer – PlanGraph');
  assert.equal(document.activeElement?.textContent, 'Planer');
  assert.equal(document.querySelector('nav [aria-current="page"]')?.textContent, texts['shell.nav.plans']);
});

test('A page that is left is unmounted and its requests ended before the next one is there', async () => {
  signIn('planner');
  await pages.show('/plans');
  await pages.show('/plans/klimastrategi-2030');
  assert.deepEqual(log.slice(-4), ['mount Planer', 'abort Planer', 'unmount Planer', 'mount Plan klimastrategi-2030']);
  assert.equal(document.querySelector('nav [aria-current="page"]')?.textContent, texts['shell.nav.plans']);
});

test('Of two pages asked for at once only the last is shown', async () => {
  signIn('planner');
  await Promise.all([pages.show('/plans'), pages.show('/plans/a')]);
  assert.equal(main().querySelectorAll('h1').length, 1);
  assert.equal(main().textContent, 'Plan');
});

test('A page that fails says so in a plain sentence and can be tried again', async (context) => {
  context.mock.method(console, 'error', () => {});
  signIn('planner');
  await pages.show('/broken');
  assert.equal(main().querySelector('h1')?.textContent, texts['shell.failure.title']);
  assert.ok(main().textContent?.includes(texts['shell.error.404']));
  assert.ok(main().querySelector('button'));
});

test('An address that is no page says so', async () => {
  signIn('planner');
  await pages.show('/nowhere');
  assert.equal(document.title, `${texts['shell.missing.title']} – PlanGraph`);
});

test('A page for others is neither in the navigation nor shown', async () => {
  signIn('planner');
  await pages.show('/access');
  assert.equal(main().querySelector('h1')?.textContent, texts['shell.missing.title']);
  assert.equal([...document.querySelectorAll('nav a')].some((link) => link.getAttribute('href') === '/access'), false);
  signIn('administrator');
  await pages.show('/access');
  assert.deepEqual(log, ['mount Tilgang']);
});

test('Signing out in between shows how to sign in, and nothing of what was there', async () => {
  signIn('planner');
  await pages.show('/plans');
  pages.showSignIn();
  assert.deepEqual(log.slice(-2), ['abort Planer', 'unmount Planer']);
  assert.equal(document.activeElement?.textContent, texts['signin.title']);
  assert.equal(document.querySelector('nav'), null);
});

test('Who chooses a language in the menu is still in the menu, and the page is in the new language', async () => {
  signIn('planner');
  await pages.show('/nowhere');
  /** @type {HTMLElement} */ (document.querySelector('.menu__button')).click();
  const english = /** @type {HTMLInputElement} */ (document.querySelector('input[value="en"]'));
  english.focus();
  document.documentElement.lang = 'en';
  document.dispatchEvent(new CustomEvent('pg:language'));
  assert.equal(/** @type {HTMLInputElement} */ (document.activeElement).value, 'en');
  assert.equal(document.querySelector('.menu__button')?.getAttribute('aria-expanded'), 'true');
  document.documentElement.lang = 'nb';
});

test('A message read aloud twice is a new message the second time', () => {
  const region = /** @type {Element} */ (document.querySelector('.ds-sr-only[aria-live]'));
  shell.announce('3 planer');
  const first = region.firstChild;
  shell.announce('3 planer');
  assert.notEqual(region.firstChild, first);
});
