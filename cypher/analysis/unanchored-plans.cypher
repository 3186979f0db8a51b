// Purpose: plans that should be anchored in the samfunnsdel and are not
// Parameters: none
// Columns: plan (title), type (plan type), status (text), skipsALevel (true or false), id (text)
// Reading: each row is a plan that a rule wants anchored; where skipsALevel is true a way leads to the samfunnsdel, but not through the kind of plan the rule asks for

// What carries no others: plans out of force, goals and strategies that are not current, measures that were stopped
OPTIONAL MATCH (over:Plan|Goal|Strategy|Measure)
WHERE over.status IN ['retired', 'stopped'] OR over.standing <> 'current'
  OR EXISTS { MATCH (newer:Plan)-[:REPLACES]->(over) WHERE newer <> over AND NOT newer.status IN ['inProgress', 'retired'] }
  OR (over:Plan AND over.periodTo < date().year
    AND NOT (over.type IN ['virksomhetsanalyse', 'behovsanalyse'] AND coalesce(over.periodFrom, 0) = over.periodTo))
WITH collect(over) AS over, CASE WHEN EXISTS { MATCH (:Plan {type: 'samfunnsdel'}) } THEN 'samfunnsdel' ELSE 'kommuneplan' END AS top

// Who must be anchored, by which relations it may begin, and through which kind of plan the way must lead
MATCH (plan:Plan)
WHERE NOT plan.type IN [top, 'kommuneplan', 'samfunnsdel', 'planstrategi', 'behovsanalyse', 'virksomhetsanalyse', 'retningslinje']
  AND plan.status <> 'retired'
  AND NOT EXISTS { MATCH (newer:Plan)-[:REPLACES]->(plan) WHERE newer <> plan AND NOT newer.status IN ['inProgress', 'retired'] }
  AND (plan.exemptionExpires IS NULL OR plan.exemptionExpires < date())
WITH plan, over, top,
  CASE plan.type
    WHEN 'arealdel' THEN ['ANCHORED_IN', 'SUPPORTS', 'STATES']
    WHEN 'omraderegulering' THEN ['ANCHORED_IN', 'PART_OF']
    WHEN 'detaljregulering' THEN ['ANCHORED_IN', 'PART_OF']
    ELSE ['ANCHORED_IN', 'PART_OF', 'SUPPORTS', 'STATES']
  END AS accepts,
  CASE plan.type
    WHEN 'virksomhetsplan' THEN ['handlingsprogram']
    WHEN 'omraderegulering' THEN ['arealdel', 'kommunedelplan']
    WHEN 'detaljregulering' THEN ['arealdel', 'kommunedelplan', 'omraderegulering']
    ELSE []
  END AS through

// A way up: over what is in force, to the samfunnsdel or to something that the samfunnsdel states
CALL (plan, over, top, accepts, through) {
  OPTIONAL MATCH way = (plan)-[first]->(begin)
    (()-[:ANCHORED_IN|PART_OF|SUPPORTS|SUBGOAL_OF|STATES]->()){0,6} (end)
  WHERE type(first) IN accepts
    AND (end.type = top OR EXISTS { MATCH (root:Plan {type: top})-[:STATES]->(end) WHERE NOT root IN over })
    AND none(node IN tail(nodes(way)) WHERE node IN over OR node = plan OR node:Challenge)
  WITH way, through = [] OR any(node IN tail(nodes(way)) WHERE node.type IN through) AS leadsThrough
  RETURN count(way) > 0 AS hasWay, count(CASE WHEN leadsThrough THEN way END) > 0 AS isAnchored
}
WITH plan, hasWay, isAnchored
WHERE NOT isAnchored
RETURN plan.title AS plan, plan.type AS type, plan.status AS status, hasWay AS skipsALevel, plan.id AS id
ORDER BY plan
