import { el } from '../dom.js';
import { t } from '../texts.js';

/** Shown on any address when nobody is signed in; after signing in the person is on the page they asked for. */
export function signInPage() {
  return el('div', { class: 'page page--narrow' }, el('section', { class: 'card signin' },
    el('h1', {}, t('signin.title')),
    el('p', { class: 'lead' }, t('signin.lead')),
    el('ol', { class: 'signin__steps' }, ['find', 'open', 'stay'].map((step) => el('li', {}, t(`signin.step.${step}`)))),
    el('div', {}, el('button', { class: 'ds-button', type: 'button', on: { click: () => location.reload() } }, t('signin.again'))),
    el('h2', {}, t('signin.trouble.title')),
    el('p', {}, t('signin.trouble.text'))));
}
