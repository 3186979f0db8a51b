// Purpose: the relations that hang on nodes which are to be removed
// Parameters: ids (list of text)
// Columns: type (text), from (text), to (text), variant (text or null)
UNWIND $ids AS id
MATCH (n:Entity {id: id})-[r]-(:Entity)
USING INDEX SEEK n:Entity(id)
RETURN DISTINCT type(r) AS type, startNode(r).id AS from, endNode(r).id AS to, r.variant AS variant
