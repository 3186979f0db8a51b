// The preview of an import without a page.

/** In the order in which a person should look: what stops the import first. */
export const outcomes = ['refused', 'doubtful', 'changed', 'new', 'unchanged'];

/**
 * The rows to show: those of the chosen outcome, or all, worst first, and otherwise as in the files.
 * @template {{ outcome: string, file: string, row: number }} Row
 * @param {Row[]} rows @param {string} chosen @returns {Row[]}
 */
export function rowsToShow(rows, chosen) {
  const order = new Map(outcomes.map((outcome, i) => [outcome, i]));
  return rows
    .map((row, i) => ({ row, i }))
    .filter(({ row }) => !chosen || row.outcome === chosen)
    .sort((a, b) => (order.get(a.row.outcome) ?? 9) - (order.get(b.row.outcome) ?? 9) || a.i - b.i)
    .map(({ row }) => row);
}

/**
 * What may be done with a preview.
 * @param {Record<string, number>} counts
 * @returns {'nothing' | 'apply' | 'applyWithout' | 'refused'}
 */
export function nextStep(counts) {
  const usable = (counts.new ?? 0) + (counts.changed ?? 0) + (counts.doubtful ?? 0);
  if ((counts.refused ?? 0) > 0) return usable > 0 ? 'applyWithout' : 'refused';
  return usable > 0 ? 'apply' : 'nothing';
}
