// Dates, numbers and order the way Norwegian readers expect them, whatever language the page is in.
import { language } from './shell/preferences.js';

const locales = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const order = new Intl.Collator('nb-NO', { numeric: true, sensitivity: 'base' });

/** 07.05.2026, from an ISO date or date-time; '' for nothing. @param {string | Date | null | undefined} value */
export function date(value) {
  const parts = local(value);
  return parts ? `${two(parts.getDate())}.${two(parts.getMonth() + 1)}.${parts.getFullYear()}` : '';
}

/** 07.05.2026 13:00 @param {string | Date | null | undefined} value */
export function dateTime(value) {
  const parts = local(value);
  return parts ? `${date(parts)} ${two(parts.getHours())}:${two(parts.getMinutes())}` : '';
}

/** 2022–2030, 2022–, –2030 or one year; '' for nothing. @param {number | string | null | undefined} from @param {number | string | null | undefined} to */
export function period(from, to) {
  if (from === to) return String(from ?? '');
  return `${from ?? ''}–${to ?? ''}`.replace(/^–$/, '');
}

/** @param {number} value @param {Intl.NumberFormatOptions} [options] */
export function number(value, options) {
  return new Intl.NumberFormat(locales[language()], options).format(value);
}

/** A share of one as whole per cent. @param {number} share */
export function percent(share) {
  return number(share, { style: 'percent', maximumFractionDigits: 0 });
}

/** Norwegian order (æ, ø, å last; numbers by value), for sort(). @param {string} a @param {string} b */
export function compare(a, b) {
  return order.compare(a, b);
}

/** A date without a time is a day here, not midnight in Greenwich. @param {string | Date | null | undefined} value */
function local(value) {
  if (!value) return undefined;
  const day = typeof value === 'string' ? /^(\d{4})-(\d\d)-(\d\d)$/.exec(value) : null;
  const parsed = day ? new Date(Number(day[1]), Number(day[2]) - 1, Number(day[3])) : new Date(value);
  return Number.isNaN(parsed.getTime()) ? undefined : parsed;
}

/** @param {number} value */
function two(value) {
  return String(value).padStart(2, '0');
}
