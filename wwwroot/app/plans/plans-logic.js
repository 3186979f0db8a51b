// The plan table without a page: what is asked of the server, and how rows become groups and bars.
import { pick } from '../router.js';

/** The words of the address that choose and order rows; the same words in the API and in the export. */
const filterNames = ['q', 'type', 'status', 'sector', 'anchoring', 'doubt', 'expired', 'exempt', 'sort', 'desc'];

/** @param {URLSearchParams} query @returns {Record<string, string>} */
export function filtersOf(query) {
  return pick(query, filterNames);
}

/**
 * The order after a press on a column heading: first rising, then falling.
 * @param {Record<string, string>} filters @param {string} column @returns {{ sort: string, desc: string | null }}
 */
export function nextSort(filters, column) {
  const current = filters.sort ?? 'title';
  return { sort: column, desc: current === column && !filters.desc ? 'true' : null };
}

/** For aria-sort. @param {Record<string, string>} filters @param {string} column */
export function sortOf(filters, column) {
  if ((filters.sort ?? 'title') !== column) return undefined;
  return filters.desc ? 'descending' : 'ascending';
}

/**
 * Rows under their headings, groups in the order in which the table's words stand.
 * @template {{ type: string, status: string }} Row
 * @param {Row[]} rows @param {string | null} by 'type', 'status' or anything else for one group
 * @param {(value: string) => string} label @param {(a: string, b: string) => number} compare
 * @returns {{ key: string, label: string, rows: Row[] }[]}
 */
export function groupRows(rows, by, label, compare) {
  if (by !== 'type' && by !== 'status') return [{ key: '', label: '', rows }];
  /** @type {Map<string, Row[]>} */
  const groups = new Map();
  for (const row of rows) groups.set(row[by], [...(groups.get(row[by]) ?? []), row]);
  return [...groups].map(([key, members]) => ({ key, label: label(key), rows: members })).sort((a, b) => compare(a.label, b.label));
}

/**
 * Where a period lies on the line of years, in per cent. An open end goes to the edge.
 * @param {{ from?: number | null, to?: number | null } | null | undefined} period @param {{ from: number, to: number } | null | undefined} years
 * @returns {{ x: number, width: number, openStart: boolean, openEnd: boolean } | undefined}
 */
export function bar(period, years) {
  if (!period || !years || years.to < years.from || (!period.from && !period.to)) return undefined;
  const span = years.to - years.from + 1;
  const from = clamp(period.from ?? years.from, years);
  const to = clamp(period.to ?? years.to, years);
  return { x: ((from - years.from) / span) * 100, width: ((to - from + 1) / span) * 100, openStart: !period.from, openEnd: !period.to };
}

/** Where a year begins on the line, in per cent; nothing when it lies outside. @param {number} year @param {{ from: number, to: number }} years */
export function mark(year, years) {
  return year < years.from || year > years.to ? undefined : ((year - years.from) / (years.to - years.from + 1)) * 100;
}

/** @param {number} year @param {{ from: number, to: number }} years */
function clamp(year, years) {
  return Math.min(Math.max(year, years.from), years.to);
}
