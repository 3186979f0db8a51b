// Tables for Excel: semicolons, a byte order mark, CRLF. What could be taken for a formula is made harmless.

/** @param {unknown} value */
function cell(value) {
  const text = String(value ?? '');
  const safe = typeof value !== 'number' && /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** @param {readonly string[]} header @param {readonly (readonly unknown[])[]} rows */
export function csv(header, rows) {
  return `\uFEFF${[header, ...rows].map((row) => row.map(cell).join(';')).join('\r\n')}\r\n`;
}
