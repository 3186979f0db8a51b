// A document for modules that need one: jsdom, with index.html's own element names.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { JSDOM } from 'jsdom';

export const root = fileURLToPath(new URL('../../', import.meta.url));
export const webRoot = join(root, 'wwwroot');

/** @typedef {typeof import('../../wwwroot/app/shell/preferences.js').languages[number]} Language */

const names = ['window', 'document', 'location', 'history', 'localStorage', 'Node', 'Element', 'HTMLElement', 'HTMLAnchorElement',
  'Event', 'CustomEvent', 'MouseEvent', 'KeyboardEvent', 'FocusEvent', 'getComputedStyle'];

/**
 * Opens a page and makes its window the one modules see. Call it before importing a module that listens to the document.
 * @param {string} [path]
 */
export function openPage(path = '/') {
  const { window } = new JSDOM('<!doctype html><html lang="nb"><body><div id="app"></div></body></html>', { url: `https://plangraph.test${path}` });
  for (const name of names) Object.defineProperty(globalThis, name, { value: /** @type {any} */ (window)[name], configurable: true, writable: true });
  globalThis.addEventListener = window.addEventListener.bind(window);
  globalThis.scrollTo = () => {};
  return window;
}

/**
 * The texts of a language as the server gives them: every feature's file in one.
 * @param {Language} language @param {string[]} features
 * @returns {Record<string, string>}
 */
export function textsOf(language, features) {
  return Object.assign({}, ...features.map((feature) => JSON.parse(readFileSync(join(webRoot, 'texts', language, `${feature}.json`), 'utf8'))));
}
