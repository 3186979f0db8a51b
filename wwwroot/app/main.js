// The contents page: which address is which feature, and the order in which the application starts.
import { get, whenSignedOut } from './api.js';
import { startRouter } from './router.js';
import { createPages } from './shell/pages.js';
import { followSystemTheme } from './shell/preferences.js';
import { createShell } from './shell/shell.js';
import { loadTexts } from './texts.js';

/** One line per page; the ones with `nav` are in the top bar, in this order. @type {import('./router.js').Route[]} */
const routes = [
];

const shell = createShell(/** @type {HTMLElement} */ (document.getElementById('app')));
const pages = createPages(shell, routes);

async function start() {
  followSystemTheme();
  await loadTexts();
  whenSignedOut(pages.showSignIn);
  const user = await get('/api/me');
  shell.show(user, routes);
  startRouter(pages.show);
}

start().catch((error) => {
  if (error.status === 401) return;
  console.error(error);
  /** @type {HTMLElement} */ (document.getElementById('unavailable')).hidden = false;
});
