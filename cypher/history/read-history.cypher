// Purpose: the sequence numbers of the changes that touched one node, newest first
// Parameters: query (full-text query for the node's id), limit (integer)
// Columns: seq (integer)
CALL db.index.fulltext.queryNodes('change_touched', $query) YIELD node
WITH DISTINCT node.seq AS seq
RETURN seq
ORDER BY seq DESC
LIMIT $limit
