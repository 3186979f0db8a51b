// Purpose: create relations that are not there
// Parameters: relations (list of {type, from, to, properties})
// Columns: none
UNWIND $relations AS row
MATCH (a:Entity {id: row.from})
USING INDEX SEEK a:Entity(id)
MATCH (b:Entity {id: row.to})
USING INDEX SEEK b:Entity(id)
CREATE (a)-[r:$(row.type)]->(b)
SET r = row.properties
