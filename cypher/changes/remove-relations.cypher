// Purpose: remove relations
// Parameters: relations (list of {type, from, to, variant})
// Columns: none
UNWIND $relations AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MATCH (a)-[r]->(b)
WHERE type(r) = row.type AND coalesce(r.variant, '') = row.variant
DELETE r
