// Who may come in, and as what. People get a link that works once; there are no passwords to lose.
import { get, post } from '../api.js';
import { el, mount as put } from '../dom.js';
import { sentenceOf } from '../errors.js';
import { field } from '../fields.js';
import { dateTime } from '../format.js';
import { t } from '../texts.js';

const roles = ['reader', 'planner', 'leadership', 'administrator'];

export const title = () => t('access.title');

/** @param {HTMLElement} container @param {any} _parameters @param {import('../shell/pages.js').Context} context */
export async function mount(container, _parameters, context) {
  const people = el('div', { class: 'section' });
  const link = el('div', { role: 'status' });
  const complain = (/** @type {unknown} */ error) => context.toast(sentenceOf(error), { color: 'danger' });
  const refresh = async () => put(people, peopleTable(await get('/api/access/people', { signal: context.signal }), change));
  const change = (/** @type {string} */ id, /** @type {any} */ what) => post(`/api/access/people/${id}`, what).then(() => { context.toast(t('access.changed')); return refresh(); }).catch(complain);
  const invite = async (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    const form = /** @type {HTMLFormElement} */ (event.target);
    const values = new FormData(form);
    try {
      const answer = await post('/api/access/invitations', { name: String(values.get('name')).trim(), role: values.get('role') });
      put(link, invitation(answer));
      form.reset();
      await refresh();
    } catch (error) {
      complain(error);
    }
  };
  await refresh();
  put(container, el('div', { class: 'page' }, el('div', { class: 'page__head' }, el('div', {}, el('h1', {}, t('access.title')), el('p', { class: 'lead' }, t('access.lead')))),
    el('form', { class: 'card section', on: { submit: invite } }, el('h2', {}, t('access.invite')),
      el('div', { class: 'field-row' },
        field('access-name', t('access.name'), el('input', { class: 'ds-input', id: 'access-name', name: 'name', required: true, maxlength: 100, autocomplete: 'off' })),
        field('access-role', t('access.role'), el('select', { class: 'ds-input', id: 'access-role', name: 'role' }, roles.map((role) => el('option', { value: role }, t(`role.${role}`)))))),
      el('div', {}, el('button', { class: 'ds-button', type: 'submit' }, t('access.makeLink'))), link),
    people));
}

/** @param {{ link: string, expires: string }} answer */
function invitation({ link, expires }) {
  return el('div', { class: 'ds-alert', data: { color: 'success' } }, el('p', {}, t('access.link', { expires: dateTime(expires) })),
    field('access-link', t('access.linkLabel'), el('input', { class: 'ds-input', id: 'access-link', readonly: true, value: link })));
}

/** @param {any} answer @param {(id: string, what: any) => void} change */
function peopleTable(answer, change) {
  const rows = answer.people ?? answer;
  return [el('h2', {}, t('access.people')), el('div', { class: 'table-wrap', tabindex: '0', role: 'region', 'aria-label': t('access.people') }, el('table', { class: 'ds-table' },
    el('caption', { class: 'ds-sr-only' }, t('access.people')),
    el('thead', {}, el('tr', {}, ['access.name', 'access.role', 'access.lastSeen', 'access.state'].map((key) => el('th', { scope: 'col' }, t(key))))),
    el('tbody', {}, rows.map((/** @type {any} */ person) => el('tr', {}, el('th', { scope: 'row' }, person.name),
      el('td', {}, el('select', { class: 'ds-input', 'aria-label': t('access.roleOf', { name: person.name }), on: { change: (/** @type {any} */ event) => change(person.id, { role: event.target.value }) } }, roles.map((role) => el('option', { value: role, selected: person.role === role }, t(`role.${role}`))))),
      el('td', {}, person.lastSeen ? dateTime(person.lastSeen) : t('access.never')),
      el('td', {}, el('button', { class: 'ds-button', type: 'button', data: { variant: 'secondary' }, on: { click: () => change(person.id, { disabled: !person.disabled }) } }, t(person.disabled ? 'access.enable' : 'access.disable'))))))))];
}
