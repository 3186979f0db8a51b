// Purpose: goals in force that no plan, strategy or measure in force follows up
// Parameters: none
// Columns: goal (title), level (mainGoal or subGoal), statedIn (list of titles), former (list of titles), id (text)
// Reading: each row is a lowest goal that nothing steers towards; former names what did, and is out of force now

// What carries no others: plans out of force, goals and strategies that are not current, measures that were stopped
OPTIONAL MATCH (over:Plan|Goal|Strategy|Measure)
WHERE over.status IN ['retired', 'stopped'] OR over.standing <> 'current'
  OR EXISTS { MATCH (newer:Plan)-[:REPLACES]->(over) WHERE newer <> over AND NOT newer.status IN ['inProgress', 'retired'] }
  OR (over:Plan AND over.periodTo < date().year
    AND NOT (over.type IN ['virksomhetsanalyse', 'behovsanalyse'] AND coalesce(over.periodFrom, 0) = over.periodTo))
WITH collect(over) AS over

MATCH (goal:Goal {standing: 'current'})
WHERE NOT EXISTS { MATCH (sub:Goal {standing: 'current'})-[:SUBGOAL_OF]->(goal) WHERE sub <> goal }
  AND NOT EXISTS { MATCH (follower)-[:SUPPORTS|ANCHORED_IN]->(goal) WHERE NOT follower IN over }
RETURN goal.title AS goal, goal.level AS level,
  COLLECT { MATCH (plan:Plan)-[:STATES]->(goal) RETURN plan.title ORDER BY plan.title } AS statedIn,
  COLLECT { MATCH (follower)-[:SUPPORTS|ANCHORED_IN]->(goal) RETURN DISTINCT follower.title ORDER BY follower.title } AS former,
  goal.id AS id
ORDER BY statedIn, goal
