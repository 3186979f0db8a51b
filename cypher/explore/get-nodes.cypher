// Purpose: nodes by id
// Parameters: ids (list of text)
// Columns: id (text), properties (map)
UNWIND $ids AS id
MATCH (n:Entity {id: id})
RETURN id, properties(n) AS properties
