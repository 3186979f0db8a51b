// Purpose: create nodes or replace them whole
// Parameters: nodes (list of {id, kind, properties})
// Columns: none
// Note: nothing of another writer of PlanGraph is lost, for the versions were checked under the lock of the head. Properties that people have added by hand in
//   Neo4j Browser are; labels and relations of theirs stay.
UNWIND $nodes AS row
MERGE (n:Entity {id: row.id})
SET n = row.properties
SET n:$(row.kind)
