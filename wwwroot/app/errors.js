import { ApiError } from './api.js';
import { hasText, t } from './texts.js';

/**
 * The sentence to show for something that went wrong: the server's own where it gave one.
 * @param {unknown} error
 */
export function sentenceOf(error) {
  if (!(error instanceof ApiError)) return t('shell.error.unexpected');
  if (error.message) return error.message;
  const key = `shell.error.${error.status}`;
  return t(hasText(key) ? key : 'shell.error.unexpected');
}

/** Whether it is only that nobody waits for the answer any more. @param {unknown} error */
export function isAbort(error) {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Whether trying again later may do: the server or its database does not answer. @param {unknown} error */
export function isAway(error) {
  return error instanceof ApiError && (error.status === 503 || error.status === 0);
}
