// Purpose: plans that should be anchored in the samfunnsdel and are not, as PlanGraph's last run found
// Parameters: none
// Columns: plan (title), type (plan type), state (new, underReview or confirmed), score (0 to 1), hasWay (true or false), tiedTo (list of relation and title), id (text)
// Reading: the higher the score, the more it matters; where hasWay is true a way leads up, but not by the relations or plans that the rule for its type asks for

// What carries no others: plans out of force, goals and strategies that are not current, measures that were stopped
OPTIONAL MATCH (over:Plan|Goal|Strategy|Measure)
WHERE over.status IN ['retired', 'stopped'] OR over.standing <> 'current'
  OR EXISTS { MATCH (newer:Plan)-[:REPLACES]->(over) WHERE newer <> over AND NOT newer.status IN ['inProgress', 'retired'] }
  OR (over:Plan AND over.periodTo < date().year
    AND NOT (over.type IN ['virksomhetsanalyse', 'behovsanalyse'] AND coalesce(over.periodFrom, 0) = over.periodTo))
WITH collect(over) AS over, CASE WHEN EXISTS { MATCH (:Plan {type: 'samfunnsdel'}) } THEN 'samfunnsdel' ELSE 'kommuneplan' END AS top

// The samfunnsdel in force, else the last one that was; and the kommuneplan that it is a part of
OPTIONAL MATCH (root:Plan {type: top})
WHERE root.status <> 'retired' AND NOT EXISTS { MATCH (newer:Plan)-[:REPLACES]->(root) WHERE newer <> root AND NOT newer.status IN ['inProgress', 'retired'] }
WITH over, top, collect(root) AS roots, max(root.periodTo) AS last
WITH over,
  CASE WHEN any(root IN roots WHERE NOT root IN over) THEN [root IN roots WHERE NOT root IN over] ELSE [root IN roots WHERE root.periodTo = last] END AS roots,
  COLLECT { MATCH (whole:Plan {type: 'kommuneplan'}) WHERE top = 'samfunnsdel' AND NOT whole IN over RETURN whole } AS wholes

MATCH (finding:Finding {type: 'unanchoredPlan'})-[:ABOUT]->(plan:Plan)
WHERE finding.state IN ['new', 'underReview', 'confirmed']
RETURN plan.title AS plan, plan.type AS type, finding.state AS state, finding.score AS score,
  EXISTS {
    MATCH way = (plan) (()-[:ANCHORED_IN|PART_OF|SUPPORTS|SUBGOAL_OF|STATES]->()){1,7} (end)
    WHERE (end IN roots OR end IN wholes OR EXISTS { MATCH (root)-[:STATES]->(end) WHERE root IN roots })
      AND none(node IN tail(nodes(way)) WHERE node:Challenge OR (node IN over AND NOT node IN roots))
      AND none(link IN relationships(way) WHERE type(link) = 'PART_OF' AND endNode(link) IN wholes)
  } AS hasWay,
  COLLECT { MATCH (plan)-[link:ANCHORED_IN|PART_OF|SUPPORTS]->(to) RETURN type(link) + ' ' + to.title AS tie ORDER BY tie } AS tiedTo,
  plan.id AS id
ORDER BY score DESC, plan
