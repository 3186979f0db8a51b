// Purpose: create nodes or replace them whole
// Parameters: nodes (list of {id, kind, properties})
// Columns: none
UNWIND $nodes AS row
MERGE (n:Entity {id: row.id})
SET n = row.properties
SET n:$(row.kind)
