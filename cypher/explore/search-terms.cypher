// Purpose: the nodes that a full-text query over the prepared words finds, best first, and how many nodes there are of all kinds
// Parameters: query (full-text query), kinds (list of text), limit (integer)
// Columns: corpus (integer), found (list of {id, properties})
CALL () {
  CALL db.index.fulltext.queryNodes('entity_terms', $query) YIELD node, score
  WHERE any(label IN labels(node) WHERE label IN $kinds)
  WITH node, score
  ORDER BY score DESC, node.id
  LIMIT $limit
  RETURN collect({id: node.id, properties: node {.*, searchTerms: null}}) AS found
}
CALL () {
  MATCH (n:Entity)
  RETURN count(n) AS corpus
}
RETURN corpus, found
