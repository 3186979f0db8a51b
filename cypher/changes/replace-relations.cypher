// Purpose: replace the values of relations that are there
// Parameters: relations (list of {type, from, to, variant, properties})
// Columns: none
// Note: as for put-nodes, properties that people have added by hand in Neo4j Browser are lost.
UNWIND $relations AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
MATCH (a)-[r]->(b)
WHERE type(r) = row.type AND coalesce(r.variant, '') = row.variant
SET r = row.properties
