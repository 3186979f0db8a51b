// Purpose: create relations that are not there
// Parameters: relations (list of {type, from, to, properties})
// Columns: none
UNWIND $relations AS row
MATCH (a:Entity {id: row.from})
MATCH (b:Entity {id: row.to})
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
