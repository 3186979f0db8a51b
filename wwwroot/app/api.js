// The only place that talks to the server. Everything else asks here.

/**
 * What a request may carry besides its path.
 * @typedef {object} RequestOptions
 * @property {Record<string, unknown>} [query] left out of the address where undefined, null or ''
 * @property {AbortSignal} [signal]
 * @property {Record<string, string>} [headers]
 */

/** An answer that is not a success. `message` is the server's own plain sentence, or '' when it gave none. */
export class ApiError extends Error {
  /**
   * @param {number} status 0 when the server could not be reached
   * @param {Record<string, any>} [problem] the problem document (RFC 9457)
   */
  constructor(status, problem = {}) {
    super(problem.detail ?? problem.title ?? '');
    this.name = 'ApiError';
    this.status = status;
    this.problem = problem;
  }
}

/** @type {() => void} */
let onSignedOut = () => {};

/** @param {() => void} handler called for every answer that says nobody is signed in */
export function whenSignedOut(handler) {
  onSignedOut = handler;
}

/** How the database is, as every answer of the server tells it. @typedef {{ key: string, stale: boolean, since: string }} StoreTrouble */
/** @type {(trouble: StoreTrouble | null) => void} */
let onStore = () => {};

/** @param {(trouble: StoreTrouble | null) => void} handler called for every answer: null when all is well */
export function whenStoreTells(handler) {
  onStore = handler;
}

/** @param {string} path @param {RequestOptions} [options] @returns {Promise<any>} */
export const get = (path, options) => send('GET', path, undefined, options);

/** @param {string} path @param {unknown} [body] JSON, or FormData for files @param {RequestOptions} [options] @returns {Promise<any>} */
export const post = (path, body, options) => send('POST', path, body, options);

/** @param {string} path @param {unknown} [body] @param {RequestOptions} [options] @returns {Promise<any>} */
export const put = (path, body, options) => send('PUT', path, body, options);

/** @param {string} path @param {RequestOptions} [options] @returns {Promise<any>} */
export const remove = (path, options) => send('DELETE', path, undefined, options);

/** @param {string} path @param {Record<string, unknown>} [query] */
export function address(path, query = {}) {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    for (const one of Array.isArray(value) ? value : [value])
      if (one !== undefined && one !== null && one !== '') parameters.append(name, String(one));
  const text = parameters.toString();
  return text ? `${path}?${text}` : path;
}

/**
 * Listens to server-sent events until the signal ends it; the browser reconnects by itself.
 * @param {string} path
 * @param {Record<string, (data: any) => void>} handlers by event name ('message' for unnamed ones); data is JSON
 * @param {{ signal: AbortSignal, onLost?: () => void }} options `onLost`: the connection is gone and will not come back
 */
export function listen(path, handlers, { signal, onLost }) {
  const source = new EventSource(path);
  signal.addEventListener('abort', () => source.close());
  for (const [name, handle] of Object.entries(handlers))
    source.addEventListener(name, (event) => handle(JSON.parse(event.data)));
  source.addEventListener('error', () => {
    if (source.readyState === EventSource.CLOSED) onLost?.();
  });
}

/** @param {string} method @param {string} path @param {unknown} body @param {RequestOptions} [options] */
async function send(method, path, body, { query, signal, headers } = {}) {
  const response = await reach(address(path, query), {
    method,
    signal,
    credentials: 'same-origin',
    headers: { 'Accept': 'application/json', 'Accept-Language': document.documentElement.lang, 'X-PG': '1', ...contentType(body), ...headers },
    body: body === undefined || body instanceof FormData ? body : JSON.stringify(body),
  });
  onStore(storeTrouble(response.headers.get('X-PG-Store')));
  if (response.ok) return hasJson(response) ? response.json() : undefined;
  if (response.status === 401) onSignedOut();
  throw new ApiError(response.status, hasJson(response) ? await response.json() : {});
}

/** @param {unknown} body @returns {Record<string, string>} a form sets its own type, with its boundary */
function contentType(body) {
  return body === undefined || body instanceof FormData ? {} : { 'Content-Type': 'application/json' };
}

/** @param {string} url @param {RequestInit} init */
async function reach(url, init) {
  try {
    return await fetch(url, init);
  } catch (error) {
    if (/** @type {Error} */ (error).name === 'AbortError') throw error;
    throw new ApiError(0);
  }
}

/** @param {string | null} header `store.neo4j.unreachable; stale; since=2026-11-21T12:00:00Z` @returns {StoreTrouble | null} */
function storeTrouble(header) {
  const [key, state, since] = (header ?? '').split('; ');
  return key ? { key, stale: state === 'stale', since: (since ?? '').replace('since=', '') } : null;
}

/** @param {Response} response */
function hasJson(response) {
  return /\bjson\b/.test(response.headers.get('Content-Type') ?? '');
}
