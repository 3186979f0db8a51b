// Purpose: goals that no plan, strategy or measure in force follows up, as PlanGraph's last run found
// Parameters: none
// Columns: goal (title), level (mainGoal or subGoal), state (new, underReview or confirmed), score (0 to 1), statedIn (list of titles), former (list of titles), id (text)
// Reading: each row is a lowest goal that nothing steers towards; former names what did, and is out of force now
MATCH (finding:Finding {type: 'goalWithoutFollowUp'})-[:ABOUT]->(goal:Goal)
WHERE finding.state IN ['new', 'underReview', 'confirmed']
RETURN goal.title AS goal, goal.level AS level, finding.state AS state, finding.score AS score,
  COLLECT { MATCH (plan:Plan)-[:STATES]->(goal) RETURN plan.title ORDER BY plan.title } AS statedIn,
  COLLECT { MATCH (follower)-[:SUPPORTS|ANCHORED_IN]->(goal) RETURN DISTINCT follower.title AS title ORDER BY title } AS former,
  goal.id AS id
ORDER BY score DESC, goal
