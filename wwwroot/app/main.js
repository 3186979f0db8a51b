// The contents page: which address is which feature, and the order in which the application starts.
import { get, whenSignedOut, whenStoreTells } from './api.js';
import { startRouter } from './router.js';
import { createPages } from './shell/pages.js';
import { followSystemTheme } from './shell/preferences.js';
import { createShell } from './shell/shell.js';
import { loadTexts } from './texts.js';

/** One line per page; the ones with `nav` are in the top bar, in this order. @type {import('./router.js').Route[]} */
const routes = [
  { path: '/', load: () => import('./explore/explore.js') },
  { path: '/explore', load: () => import('./explore/explore.js'), nav: 'shell.nav.explore' },
  { path: '/plans', load: () => import('./plans/plans-view.js'), nav: 'shell.nav.plans' },
  { path: '/plans/:slug', load: () => import('./plans/plan-view.js') },
  { path: '/findings', load: () => import('./findings/findings-view.js'), nav: 'shell.nav.findings' },
  { path: '/findings/:slug', load: () => import('./findings/finding-view.js') },
  { path: '/imports', load: () => import('./imports/imports-view.js'), nav: 'shell.nav.imports', allowed: mayEdit },
  { path: '/jobs', load: () => import('./jobs/jobs-view.js'), nav: 'shell.nav.jobs' },
  { path: '/history', load: () => import('./history/history-view.js'), nav: 'shell.nav.history' },
  { path: '/access', load: () => import('./access/access-view.js'), nav: 'shell.nav.access', allowed: (user) => user.role === 'administrator' },
];

/** @param {{ role: string }} user */
function mayEdit(user) {
  return user.role === 'planner' || user.role === 'administrator';
}

const shell = createShell(/** @type {HTMLElement} */ (document.getElementById('app')));
const pages = createPages(shell, routes);

async function start() {
  followSystemTheme();
  await loadTexts();
  whenStoreTells(shell.tellOfStore);
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
