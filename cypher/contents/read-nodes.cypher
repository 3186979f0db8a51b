// Purpose: a page of all nodes in the order of their ids
// Parameters: after (text, '' for the first page), limit (integer)
// Columns: id (text), properties (map)
MATCH (n:Entity)
WHERE n.id > $after
RETURN n.id AS id, n {.*, searchTerms: null} AS properties
ORDER BY id
LIMIT $limit
