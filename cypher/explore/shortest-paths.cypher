// Purpose: the paths between two nodes of the shortest length above some length, in the order of the ids along them, with all relations that the steps may take; none visits a node twice
// Parameters: from (text), to (text), above (integer), maxLength (integer, 1 to 8), kinds (list of text), types (list of text or null), limit (integer)
// Columns: nodes (list of {id, properties}), relations (list of lists of {type, from, to, properties}, for each way along the nodes)
MATCH SHORTEST 1 GROUPS (
  (a:Entity {id: $from})
  (()-[r WHERE $types IS NULL OR type(r) IN $types]-(x:Entity WHERE x.id = $to OR any(label IN labels(x) WHERE label IN $kinds))){1,8}
  (b:Entity {id: $to})
  WHERE size(r) > $above AND size(r) <= $maxLength
    AND all(i IN range(0, size(x) - 1) WHERE x[i] <> a AND NOT x[i] IN x[i + 1 ..])
)
WITH [a] + x AS along, collect(r) AS ways
WITH along, ways, [n IN along | n.id] AS ids
ORDER BY ids
LIMIT $limit
RETURN [n IN along | {id: n.id, properties: n {.*, searchTerms: null}}] AS nodes,
  [way IN ways | [r IN way | {type: type(r), from: startNode(r).id, to: endNode(r).id, properties: properties(r)}]] AS relations
