// What one person has chosen in this browser: language and theme. Nothing personal is kept.

export const languages = /** @type {const} */ (['nb', 'nn', 'en']);
export const themes = /** @type {const} */ (['auto', 'light', 'dark']);

/** @typedef {typeof languages[number]} Language */
/** @typedef {typeof themes[number]} Theme */

/** @returns {Language} */
export function language() {
  return languages.find((code) => code === document.documentElement.lang) ?? 'nb';
}

/** @param {Language} code */
export function rememberLanguage(code) {
  localStorage.setItem('pg:language', code);
  document.documentElement.lang = code;
}

/** @returns {Theme} */
export function theme() {
  return themes.find((name) => name === localStorage.getItem('pg:theme')) ?? 'auto';
}

/**
 * Tells the document that colours changed (`pg:theme`), since a canvas has to be painted anew.
 * @param {Theme} name
 */
export function chooseTheme(name) {
  localStorage.setItem('pg:theme', name);
  showTheme(name);
}

/** Keeps the picture right when the system changes theme, and prints in the light one whatever is on screen. */
export function followSystemTheme() {
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => showTheme(theme()));
  addEventListener('beforeprint', () => showTheme('light'));
  addEventListener('afterprint', () => showTheme(theme()));
}

/** @param {Theme} name */
function showTheme(name) {
  document.documentElement.dataset.colorScheme = name;
  document.dispatchEvent(new CustomEvent('pg:theme'));
}
