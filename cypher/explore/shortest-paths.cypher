// Purpose: the paths between two nodes of the shortest length above some length, as the ids along them, in their order; none visits a node twice
// Parameters: from (text), to (text), above (integer), maxLength (integer, 1 to 8), kinds (list of text), types (list of text or null), limit (integer)
// Columns: ids (list of text)
MATCH SHORTEST 1 GROUPS (
  (a:Entity {id: $from})
  (()-[r WHERE $types IS NULL OR type(r) IN $types]-(x:Entity WHERE x.id = $to OR any(label IN labels(x) WHERE label IN $kinds))){1,8}
  (b:Entity {id: $to})
  WHERE size(r) > $above AND size(r) <= $maxLength
    AND all(i IN range(0, size(x) - 1) WHERE x[i] <> a AND NOT x[i] IN x[i + 1 ..])
)
WITH DISTINCT [$from] + [n IN x | n.id] AS ids
RETURN ids
ORDER BY ids
LIMIT $limit
