// Purpose: the goal conflicts that touch most of the plan system
// Parameters: none
// Columns: conflict (title), sides (integer), plans (integer), strategies (integer), inputs (integer), id (text)
// Reading: plans and strategies that stand on a side, state it, support it or are anchored in it, and inputs about the conflict or a side; settle the first rows first
MATCH (conflict:GoalConflict)
OPTIONAL MATCH (conflict)-[:CONFLICT_SIDE]->(side)
WITH conflict, collect(DISTINCT side) AS sides
RETURN conflict.title AS conflict, size(sides) AS sides,
  COUNT { UNWIND sides AS side MATCH (plan:Plan) WHERE plan = side OR EXISTS { (plan)-[:STATES|SUPPORTS|ANCHORED_IN|RESPONDS_TO]->(side) } RETURN DISTINCT plan } AS plans,
  COUNT { UNWIND sides AS side MATCH (strategy:Strategy) WHERE strategy = side OR EXISTS { (strategy)-[:SUPPORTS|RESPONDS_TO]->(side) } RETURN DISTINCT strategy } AS strategies,
  COUNT { UNWIND sides + [conflict] AS member MATCH (input:Input)-[:ABOUT]->(member) RETURN DISTINCT input } AS inputs,
  conflict.id AS id
ORDER BY plans + strategies DESC, inputs DESC, conflict
