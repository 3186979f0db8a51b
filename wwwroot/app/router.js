// Addresses to features. The path says which page, the query what a colleague should see on it.

/**
 * @typedef {Record<string, string>} Parameters
 * @typedef {{ title: (parameters: Parameters) => string,
 *   mount: (container: HTMLElement, parameters: Parameters, context: any) => Unmount | Promise<Unmount> }} Feature
 * @typedef {void | (() => void)} Unmount
 */
/**
 * One line of the route table.
 * @typedef {object} Route
 * @property {string} path `/plans/:slug` gives the parameter `slug`
 * @property {() => Promise<Feature>} load
 * @property {string} [nav] text key of the link in the top bar; none where the page is reached otherwise
 * @property {(user: { role: string }) => boolean} [allowed] who sees the page; everybody where left out
 */

/** @param {readonly Route[]} routes @param {string} path @returns {{ route: Route, parameters: Parameters } | undefined} */
export function match(routes, path) {
  const parts = split(path);
  for (const route of routes) {
    const parameters = matchParts(split(route.path), parts);
    if (parameters) return { route, parameters };
  }
  return undefined;
}

/** @param {string[]} pattern @param {string[]} parts @returns {Parameters | undefined} */
function matchParts(pattern, parts) {
  if (pattern.length !== parts.length) return undefined;
  /** @type {Parameters} */
  const parameters = {};
  for (const [i, part] of pattern.entries()) {
    if (part.startsWith(':')) parameters[part.slice(1)] = decode(parts[i]);
    else if (part !== parts[i]) return undefined;
  }
  return parameters;
}

/** @param {string} path */
function split(path) {
  return path.split('/').filter(Boolean);
}

/** An address somebody has mangled is a page that is not there, not a failure. @param {string} part */
function decode(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/**
 * Follows links and the browser's own back and forward.
 * @param {(path: string) => void} show called with the path for every new page; not when only the query changes
 */
export function startRouter(show) {
  let shown = location.pathname;
  const showIfNew = () => {
    if (location.pathname === shown) document.dispatchEvent(new CustomEvent('pg:query'));
    else show((shown = location.pathname));
  };
  document.addEventListener('click', (event) => {
    const link = ownLink(event);
    if (!link) return;
    event.preventDefault();
    navigate(link.pathname + link.search + link.hash);
  });
  addEventListener('popstate', showIfNew);
  document.addEventListener('pg:navigate', showIfNew);
  show(shown);
}

/** @param {string} address @param {{ replace?: boolean }} [options] replace: no step back to where one was */
export function navigate(address, { replace = false } = {}) {
  if (address !== location.pathname + location.search + location.hash)
    history[replace ? 'replaceState' : 'pushState'](null, '', address);
  document.dispatchEvent(new CustomEvent('pg:navigate'));
}

/** The query as it stands. */
export function query() {
  return new URLSearchParams(location.search);
}

/**
 * Those of some words that the query has, with their values; what a page passes on to the server.
 * @param {URLSearchParams} from @param {readonly string[]} names @returns {Record<string, string>}
 */
export function pick(from, names) {
  return Object.fromEntries(names.flatMap((name) => (from.get(name) ? [[name, String(from.get(name))]] : [])));
}

/**
 * Changes some of the query and keeps the rest, without a step in the history and without drawing the page anew.
 * @param {Record<string, string | number | null | undefined>} changes null, undefined or '' takes a word out
 */
export function changeQuery(changes) {
  const next = query();
  for (const [name, value] of Object.entries(changes))
    if (value === null || value === undefined || value === '') next.delete(name);
    else next.set(name, String(value));
  const text = next.toString();
  history.replaceState(null, '', location.pathname + (text ? `?${text}` : '') + location.hash);
}

/** The link to follow here, if that is what the click means. @param {MouseEvent} event @returns {HTMLAnchorElement | undefined} */
function ownLink(event) {
  if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return undefined;
  const link = /** @type {Element} */ (event.target).closest('a');
  const elsewhere = !link?.href || link.target || link.hasAttribute('download') || link.origin !== location.origin;
  const served = link?.pathname.startsWith('/api/') || link?.getAttribute('href')?.startsWith('#');
  return elsewhere || served ? undefined : link;
}
