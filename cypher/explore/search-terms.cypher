// Purpose: the nodes that a full-text query over the prepared words finds, best first
// Parameters: query (full-text query), kinds (list of text), limit (integer)
// Columns: id (text), properties (map)
CALL db.index.fulltext.queryNodes('entity_terms', $query) YIELD node, score
WHERE any(label IN labels(node) WHERE label IN $kinds)
RETURN node.id AS id, properties(node) AS properties
ORDER BY score DESC, id
LIMIT $limit
