// Purpose: all relations that start at the nodes of a page
// Parameters: ids (list of text)
// Columns: type (text), from (text), to (text), properties (map)
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]->(m:Entity)
USING INDEX SEEK n:Entity(id)
RETURN type(r) AS type, id AS from, m.id AS to, properties(r) AS properties
