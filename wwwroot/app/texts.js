// Every sentence a person reads comes from wwwroot/texts through t().
import { get } from './api.js';
import { language, rememberLanguage } from './shell/preferences.js';

/** @type {Record<string, string>} */
let texts = {};

/** Loads the texts of the language the document is in. */
export async function loadTexts() {
  texts = await get(`/api/texts/${language()}`);
}

/**
 * Loads another language and tells the document (`pg:language`), so that what is on the page can be drawn anew.
 * @param {import('./shell/preferences.js').Language} code
 */
export async function changeLanguage(code) {
  texts = await get(`/api/texts/${code}`);
  rememberLanguage(code);
  document.dispatchEvent(new CustomEvent('pg:language'));
}

/**
 * The sentence of a key with its {placeholders} filled in. A key without a text shows itself.
 * @param {string} key @param {Record<string, unknown>} [args] when `count` is 1 and `key.one` exists, that is used
 */
export function t(key, args = {}) {
  return phrase(texts, key, args);
}

/** Whether a key has a text. @param {string} key */
export function hasText(key) {
  return Object.hasOwn(texts, key);
}

/** @param {Record<string, string>} table @param {string} key @param {Record<string, unknown>} args */
export function phrase(table, key, args) {
  const one = `${key}.one`;
  const found = Number(args.count) === 1 && Object.hasOwn(table, one) ? one : key;
  if (!Object.hasOwn(table, found)) {
    console.error(`No text for the key ${key}`);
    return key;
  }
  return table[found].replace(/\{(\w+)\}/g, (whole, name) => (Object.hasOwn(args, name) ? String(args[name]) : whole));
}
