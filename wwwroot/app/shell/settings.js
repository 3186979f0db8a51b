import { el } from '../dom.js';
import { changeLanguage, t } from '../texts.js';
import { chooseTheme, language, languages, theme, themes } from './preferences.js';

/** Names of languages are written in the language itself, whatever language the page is in. */
const languageNames = { nb: 'Bokmål', nn: 'Nynorsk', en: 'English' };

/** Language and theme. */
export function settings() {
  return el('div', { class: 'settings' },
    choice('language', t('shell.language'), languages, language(), (code) => languageNames[code], changeLanguage),
    choice('theme', t('shell.theme'), themes, theme(), (name) => t(`shell.theme.${name}`), chooseTheme));
}

/**
 * @template {string} Value
 * @param {string} name @param {string} label @param {readonly Value[]} values @param {Value} chosen
 * @param {(value: Value) => string} textOf @param {(value: Value) => void} choose
 */
function choice(name, label, values, chosen, textOf, choose) {
  return el('fieldset', { class: 'settings__choice' },
    el('legend', {}, label),
    el('div', { class: 'ds-toggle-group', data: { variant: 'secondary' } }, values.map((value) =>
      el('label', { class: 'ds-button', lang: name === 'language' && value },
        el('input', { type: 'radio', name, value, checked: value === chosen, on: { change: () => choose(value) } }),
        textOf(value)))));
}
