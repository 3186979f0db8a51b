// Shows one page at a time: loads its feature, gives it what it needs, and clears up after it.
import { mount } from '../dom.js';
import { isAbort, isAway, sentenceOf } from '../errors.js';
import { changeQuery, match, navigate, query } from '../router.js';
import { signInPage } from '../signin/signin-view.js';
import { t } from '../texts.js';
import { confirm } from './confirm-dialog.js';
import { failurePage, missingPage, waiting } from './states.js';
import { markCurrent } from './top-bar.js';

/**
 * What a feature gets besides its container and the parameters of its address.
 * @typedef {object} Context
 * @property {import('./shell.js').User} user
 * @property {AbortSignal} signal ended when the page is left; pass it to every request and listener
 * @property {(sentence: string) => void} announce
 * @property {(sentence: string, options?: import('./toast.js').ToastOptions) => void} toast
 * @property {typeof confirm} confirm
 * @property {typeof navigate} navigate
 * @property {typeof query} query
 * @property {typeof changeQuery} changeQuery
 * @property {(title: string) => void} setTitle for a page whose name is known only when its data is there
 */

/** @param {import('./shell.js').Shell} shell @param {readonly import('../router.js').Route[]} routes */
export function createPages(shell, routes) {
  let leave = () => {};
  let path = '';
  let failed = false;

  /** @param {string} next */
  async function show(next) {
    const moved = path !== '' && next !== path; // the first page starts where every document does, before the skip link
    path = next;
    failed = false;
    leave();
    const visit = new AbortController();
    leave = () => visit.abort();
    markCurrent(path);
    await draw(visit).catch((error) => fail(error, visit.signal));
    if (visit.signal.aborted || !moved) return;
    scrollTo(0, 0);
    focusHeading();
  }

  /** @param {AbortController} visit */
  async function draw(visit) {
    const user = /** @type {import('./shell.js').User} */ (shell.user());
    const found = match(routes, path);
    if (!found || !(found.route.allowed?.(user) ?? true)) return present(t('shell.missing.title'), missingPage());
    mount(shell.main, waiting());
    const feature = await found.route.load();
    if (visit.signal.aborted) return;
    shell.main.replaceChildren();
    setTitle(feature.title(found.parameters));
    const unmount = await feature.mount(shell.main, found.parameters, context(user, visit.signal));
    if (!unmount) return;
    if (visit.signal.aborted) unmount();
    else visit.signal.addEventListener('abort', () => unmount());
  }

  /** @param {unknown} error @param {AbortSignal} signal */
  function fail(error, signal) {
    if (signal.aborted || isAbort(error)) return;
    // That the database is away is no fault of the page.
    if (!isAway(error)) console.error(error);
    failed = true;
    present(t('shell.failure.title'), failurePage(sentenceOf(error), () => show(path)));
  }

  /** @param {string} title @param {Node} content */
  function present(title, content) {
    setTitle(title);
    mount(shell.main, content);
  }

  /** @param {import('./shell.js').User} user @param {AbortSignal} signal @returns {Context} */
  function context(user, signal) {
    return { user, signal, confirm, navigate, query, changeQuery, setTitle, announce: shell.announce, toast: shell.toast };
  }

  function showSignIn() {
    leave();
    path = '';
    shell.show(undefined, []);
    present(t('signin.title'), signInPage());
    focusHeading();
  }

  document.addEventListener('pg:language', () => (shell.user() ? show(path) : present(t('signin.title'), signInPage())));

  document.addEventListener('pg:store-back', () => { if (failed) show(path); });

  return { show, showSignIn };
}

/** @param {string} title */
function setTitle(title) {
  document.title = `${title} – PlanGraph`;
}

/** Screen readers hear where they are, and the keyboard starts at the top of what is new. */
function focusHeading() {
  const heading = /** @type {HTMLElement | null} */ (document.querySelector('main h1'));
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}
