// Purpose: remove nodes, whose relations must be gone
// Parameters: ids (list of text)
// Columns: none
UNWIND $ids AS id
MATCH (n:Entity {id: id})
USING INDEX SEEK n:Entity(id)
DELETE n
