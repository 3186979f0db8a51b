// Under the top bar while the database does not work as it should: what is wrong, and how old that is which is shown.
import { get } from '../api.js';
import { el, mount } from '../dom.js';
import { dateTime } from '../format.js';
import { hasText, t } from '../texts.js';
import { icon } from './icons.js';

/** While it is away it is asked this often whether it is back. */
const pause = 4000;

/** @typedef {import('../api.js').StoreTrouble} StoreTrouble */

/** @param {{ announce: (sentence: string) => void, onBack: () => void }} options `onBack`: it works again */
export function createStoreNotice({ announce, onBack }) {
  const element = el('div', { class: 'store-notice', role: 'status', hidden: true });
  /** @type {StoreTrouble | null} */
  let trouble = null;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {StoreTrouble | null} now */
  function tell(now) {
    const before = trouble;
    trouble = now;
    if (now) askAgain();
    if (now?.key === before?.key && now?.stale === before?.stale) return;
    draw();
    if (now || !before) return;
    clearTimeout(timer);
    announce(t('store.restored'));
    onBack();
  }

  function draw() {
    element.hidden = !trouble;
    if (!trouble) return element.replaceChildren();
    mount(element, icon('warning'), el('p', {}, t(hasText(trouble.key) ? trouble.key : 'store.neo4j.other'),
      trouble.stale && trouble.since ? ` ${t('store.asOf', { time: dateTime(trouble.since) })}` : ''));
  }

  function askAgain() {
    clearTimeout(timer);
    timer = setTimeout(() => get('/api/me').catch(askAgain), pause);
  }

  document.addEventListener('pg:language', draw);

  return { element, tell };
}
