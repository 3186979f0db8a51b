import { post } from '../api.js';
import { el } from '../dom.js';
import { t } from '../texts.js';
import { icon } from './icons.js';
import { disclosure } from './menu.js';
import { settings } from './settings.js';

/** @typedef {import('../router.js').Route} Route */
/** @typedef {import('./shell.js').User} User */

/** @param {{ user: User | undefined, routes: readonly Route[], search: HTMLElement }} parts */
export function topBar({ user, routes, search }) {
  const brand = el('a', { class: 'top-bar__brand', href: '/' },
    el('img', { src: '/images/plangraph.svg', alt: '', width: 28, height: 28 }), 'PlanGraph');
  return el('header', { class: 'top-bar' },
    brand,
    user && navigation(routes.filter((route) => route.nav && (route.allowed?.(user) ?? true))),
    user && search,
    user ? userMenu(user) : settingsMenu());
}

/** Marks the link of the page that is shown; a page below `/plans` belongs to `/plans`. @param {string} path */
export function markCurrent(path) {
  const top = (/** @type {string} */ address) => address.split('/')[1] ?? '';
  for (const link of document.querySelectorAll('.navigation a')) {
    const own = /** @type {HTMLAnchorElement} */ (link).pathname;
    if (top(own) === (top(path) || 'explore')) link.setAttribute('aria-current', 'page');
    else link.removeAttribute('aria-current');
  }
}

/** On narrow screens the list is folded behind a button. @param {Route[]} routes */
function navigation(routes) {
  if (routes.length === 0) return null;
  const list = el('ul', { id: 'navigation-list' }, routes.map((route) =>
    el('li', {}, el('a', { href: route.path }, t(String(route.nav))))));
  const button = el('button', { type: 'button', class: 'ds-button navigation__toggle', data: { variant: 'tertiary' } },
    icon('menu'), t('shell.menu'));
  const nav = el('nav', { class: 'navigation', 'aria-label': t('shell.navigation') }, button, list);
  disclosure(button, list, nav);
  list.addEventListener('click', () => button.setAttribute('aria-expanded', 'false'));
  return nav;
}

/** @param {User} user */
function userMenu(user) {
  const role = t(`role.${user.role}`);
  const label = [icon('person'), el('span', { class: 'menu__name' }, user.name), icon('chevron')];
  return menu(t('shell.userMenu', { name: user.name }), label,
    el('p', { class: 'menu__who' }, el('strong', {}, user.name), user.name === role ? null : el('span', {}, role)),
    settings(),
    el('div', { class: 'menu__foot' },
      el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, on: { click: signOut } }, icon('leave'), t('shell.signOut'))));
}

/** The whole page goes, and with it everything it had read. */
async function signOut() {
  await post('/api/access/signout');
  location.assign('/');
}

function settingsMenu() {
  return menu(t('shell.settings'), [icon('settings'), el('span', { class: 'menu__name' }, t('shell.settings')), icon('chevron')], settings());
}

/** @param {string} name @param {import('../dom.js').Child[]} label @param {...import('../dom.js').Child} content */
function menu(name, label, ...content) {
  const button = el('button', { type: 'button', class: 'ds-button menu__button', 'aria-label': name, data: { variant: 'tertiary' } }, label);
  const panel = el('div', { class: 'menu__panel', id: 'menu-panel' }, content);
  const box = el('div', { class: 'menu' }, button, panel);
  disclosure(button, panel, box);
  return box;
}
