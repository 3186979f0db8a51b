// Purpose: remove relations
// Parameters: relations (list of {type, from, to, variant})
// Columns: none
UNWIND $relations AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
MATCH (a)-[r]->(b)
WHERE type(r) = row.type AND coalesce(r.variant, '') = row.variant
DELETE r
