// Purpose: the versions of nodes that a change set speaks of
// Parameters: ids (list of text)
// Columns: id (text), version (integer)
UNWIND $ids AS id
MATCH (n:Entity {id: id})
USING INDEX SEEK n:Entity(id)
RETURN id, n.version AS version
