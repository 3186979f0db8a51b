/** Out of force, not yet in force, retired or in doubt: drawn with a broken edge. @param {import('./filters.js').NodeSummary} node */
export function isWeak(node) {
  return node.standing === 'former' || node.standing === 'proposed' || node.status === 'retired' || (node.flags ?? []).includes('useDoubt');
}
