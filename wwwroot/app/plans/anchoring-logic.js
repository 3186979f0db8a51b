// The change sets that the anchoring part of a plan's page writes.

/** @param {string} role */
export function mayChange(role) {
  return ['planner', 'administrator'].includes(role);
}

/**
 * The relation that a likely goal becomes when a person takes it up: judged, by whom, on what.
 * @param {{ id: string }} plan @param {{ goal: { id: string }, relation: string, evidence: string[] }} likely @param {string} by @param {string} reason
 */
export function likelyChange(plan, likely, by, reason) {
  return {
    id: crypto.randomUUID(),
    reason,
    operations: [{
      op: 'putRelation',
      relation: { type: likely.relation, from: plan.id, to: likely.goal.id, reason: likely.evidence.join(' '), sources: [{ document: 'PlanGraph', place: plan.id, basis: 'judged', judgedBy: by }] },
      expectedVersion: 0,
    }],
  };
}

/**
 * The plan with a declaration, or without one.
 * @param {any} plan @param {{ reason: string, expires: string, declaredBy: string } | null} exemption @param {string} reason
 */
export function exemptionChange(plan, exemption, reason) {
  const { exemption: _, ...rest } = plan;
  return { id: crypto.randomUUID(), reason, operations: [{ op: 'putNode', node: exemption ? { ...rest, exemption } : rest, expectedVersion: plan.version }] };
}
