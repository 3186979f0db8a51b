// The runs of the nightly job without a page.

/** @param {{ found: number, new: number, resolved: number }[]} counts what all detectors had together */
export function totals(counts) {
  return counts.reduce((sum, one) => ({ found: sum.found + one.found, new: sum.new + one.new, resolved: sum.resolved + one.resolved }), { found: 0, new: 0, resolved: 0 });
}

/** A time span for people: 0,4 s, 12 s, 3 min 5 s. @param {number} milliseconds @param {(value: number, options?: any) => string} number */
export function duration(milliseconds, number) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${number(seconds, { maximumFractionDigits: 1 })} s`;
  if (seconds < 60) return `${number(Math.round(seconds))} s`;
  return `${number(Math.floor(seconds / 60))} min ${number(Math.round(seconds % 60))} s`;
}

/** The rule tables and word lists that a run was made with, for people: name and the beginning of the fingerprint. @param {{ versions?: Record<string, string> }} run */
export function versionsOf({ versions = {} }) {
  return Object.entries(versions).map(([name, version]) => `${name} ${version.slice(0, 8)}`).join(', ');
}
