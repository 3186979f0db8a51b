// Purpose: replace the values of relations that are there
// Parameters: relations (list of {type, from, to, variant, properties})
// Columns: none
UNWIND $relations AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
MATCH (a)-[r]->(b)
WHERE type(r) = row.type AND coalesce(r.variant, '') = row.variant
SET r = row.properties
