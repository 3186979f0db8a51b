// Purpose: nodes by id
// Parameters: ids (list of text)
// Columns: id (text), properties (map)
UNWIND $ids AS id
MATCH (n:Entity {id: id})
USING INDEX SEEK n:Entity(id)
RETURN id, n {.*, searchTerms: null} AS properties
