// Purpose: goal conflicts with what stands on each side, and what has been decided
// Parameters: none
// Columns: conflict (title), status (text), severity (integer or null), sideA (list of titles), sideB (list of titles), decisions (list of titles), reviewDate (date or null), id (text)
// Reading: each row is a goal conflict; what furthers one side is a burden for the other, and an empty side is told in the conflict's text only
MATCH (conflict:GoalConflict)
RETURN conflict.title AS conflict, conflict.status AS status, conflict.severity AS severity,
  COLLECT { MATCH (conflict)-[side:CONFLICT_SIDE {side: 'a'}]->(n) RETURN n.title ORDER BY n.title } AS sideA,
  COLLECT { MATCH (conflict)-[side:CONFLICT_SIDE {side: 'b'}]->(n) RETURN n.title ORDER BY n.title } AS sideB,
  COLLECT { MATCH (decision:Decision)-[:SETTLES]->(conflict) RETURN decision.title ORDER BY decision.date, decision.title } AS decisions,
  conflict.reviewDate AS reviewDate, conflict.id AS id
ORDER BY status, severity DESC, conflict
