// Purpose: the versions of relations that a change set speaks of
// Parameters: relations (list of {index, type, from, to, variant}; variant '' for none)
// Columns: index (integer), version (integer)
UNWIND $relations AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
MATCH (a)-[r]->(b)
WHERE type(r) = row.type AND coalesce(r.variant, '') = row.variant
RETURN row.index AS index, r.version AS version
