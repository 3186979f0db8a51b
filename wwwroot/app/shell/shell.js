// The frame around every page: skip link, top bar, main, live region and toasts.
import { el, mount } from '../dom.js';
import { t } from '../texts.js';
import { createAnnouncer } from './announce.js';
import { createStoreNotice } from './store-notice.js';
import { createToasts } from './toast.js';
import { topBar } from './top-bar.js';

/**
 * Who is signed in, as `/api/me` tells it. What is not permitted is not offered; the server checks all the same.
 * @typedef {{ name: string, role: string, permissions: Permissions }} User
 * @typedef {{ edit: boolean, judge: boolean, administer: boolean, import: boolean, runJobs: boolean }} Permissions
 */
/** @typedef {ReturnType<typeof createShell>} Shell */

/** @param {HTMLElement} container */
export function createShell(container) {
  const main = el('main', { id: 'main', class: 'main', tabindex: '-1' });
  const search = el('div', { class: 'top-bar__search', id: 'search' });
  const announcer = createAnnouncer();
  const toasts = createToasts();
  const store = createStoreNotice({ announce: announcer.announce, onBack: () => document.dispatchEvent(new CustomEvent('pg:store-back')) });
  /** @type {User | undefined} */
  let user;
  /** @type {readonly import('../router.js').Route[]} */
  let routes = [];

  function draw() {
    const skip = el('a', { class: 'ds-skip-link', href: '#main' }, t('shell.skip'));
    mount(container, skip, topBar({ user, routes, search }), store.element, main, announcer.element, toasts.element);
  }

  /** Who chose a language in the menu is still in the menu afterwards. */
  function drawInNewLanguage() {
    const choosing = document.activeElement?.closest('.menu') !== null;
    draw();
    if (!choosing) return;
    /** @type {HTMLElement | null} */ (container.querySelector('.menu__button'))?.click();
    /** @type {HTMLElement | null} */ (container.querySelector('input[name="language"]:checked'))?.focus();
  }

  document.addEventListener('pg:language', drawInNewLanguage);

  return {
    main,
    /** Where the search field of the whole application belongs; empty until a feature fills it. */
    search,
    announce: announcer.announce,
    toast: toasts.show,
    tellOfStore: store.tell,
    /** @returns {User | undefined} who is signed in */
    user: () => user,
    /** @param {User | undefined} someone @param {readonly import('../router.js').Route[]} theirRoutes */
    show(someone, theirRoutes) {
      user = someone;
      routes = theirRoutes;
      draw();
    },
  };
}
