// Purpose: what lies around some nodes, level by level (nearest relation type first, then by id, until the cap is full): the nodes, the relations among them, and at each node how many relations it has and how many neighbours are not among them
// Parameters: seeds (list of text), depth (integer, 0 to 4), cap (integer), kinds (list of text), types (list of text or null), ranks (map of relation type to rank)
// Columns: levels (list of lists of text), nodes (list of {id, properties}), relations (list of {type, from, to, properties}), counts (list of {id, counts}; a count is [type, outgoing, count, leftOut])
CALL () {
  UNWIND $seeds AS id
  MATCH (n:Entity {id: id})
  USING INDEX SEEK n:Entity(id)
  RETURN collect(n) AS level0
}
WITH level0, level0 AS seen0, $cap AS room0
CALL (level0, seen0, room0) {
  UNWIND level0 AS n
  MATCH (n)-[r]-(m:Entity)
  WHERE $depth > 0 AND room0 > 0 AND ($types IS NULL OR type(r) IN $types) AND any(label IN labels(m) WHERE label IN $kinds) AND NOT m IN seen0
  WITH m, min($ranks[type(r)]) AS rank
  ORDER BY rank, m.id
  LIMIT $cap
  RETURN collect(m) AS reached1
}
WITH level0, reached1[..room0] AS level1, seen0, room0
WITH level0, level1, seen0 + level1 AS seen1, room0 - size(level1) AS room1
CALL (level1, seen1, room1) {
  UNWIND level1 AS n
  MATCH (n)-[r]-(m:Entity)
  WHERE $depth > 1 AND room1 > 0 AND ($types IS NULL OR type(r) IN $types) AND any(label IN labels(m) WHERE label IN $kinds) AND NOT m IN seen1
  WITH m, min($ranks[type(r)]) AS rank
  ORDER BY rank, m.id
  LIMIT $cap
  RETURN collect(m) AS reached2
}
WITH level0, level1, reached2[..room1] AS level2, seen1, room1
WITH level0, level1, level2, seen1 + level2 AS seen2, room1 - size(level2) AS room2
CALL (level2, seen2, room2) {
  UNWIND level2 AS n
  MATCH (n)-[r]-(m:Entity)
  WHERE $depth > 2 AND room2 > 0 AND ($types IS NULL OR type(r) IN $types) AND any(label IN labels(m) WHERE label IN $kinds) AND NOT m IN seen2
  WITH m, min($ranks[type(r)]) AS rank
  ORDER BY rank, m.id
  LIMIT $cap
  RETURN collect(m) AS reached3
}
WITH level0, level1, level2, reached3[..room2] AS level3, seen2, room2
WITH level0, level1, level2, level3, seen2 + level3 AS seen3, room2 - size(level3) AS room3
CALL (level3, seen3, room3) {
  UNWIND level3 AS n
  MATCH (n)-[r]-(m:Entity)
  WHERE $depth > 3 AND room3 > 0 AND ($types IS NULL OR type(r) IN $types) AND any(label IN labels(m) WHERE label IN $kinds) AND NOT m IN seen3
  WITH m, min($ranks[type(r)]) AS rank
  ORDER BY rank, m.id
  LIMIT $cap
  RETURN collect(m) AS reached4
}
WITH level0, level1, level2, level3, reached4[..room3] AS level4, seen3
WITH [level IN [level0, level1, level2, level3, level4] | [n IN level | n.id]] AS levels, seen3 + level4 AS around
CALL (around) {
  UNWIND around AS n
  RETURN collect({id: n.id, properties: n {.*, searchTerms: null}}) AS nodes
}
CALL (around) {
  UNWIND around AS n
  MATCH (n)-[r]->(m:Entity)
  WHERE ($types IS NULL OR type(r) IN $types) AND m IN around
  RETURN collect({type: type(r), from: n.id, to: m.id, properties: properties(r)}) AS relations
}
CALL (around) {
  UNWIND around AS n
  CALL (n) {
    MATCH (n)-[r]->(m:Entity)
    RETURN type(r) AS type, true AS outgoing, m
    UNION ALL
    MATCH (n)<-[r]-(m:Entity)
    RETURN type(r) AS type, false AS outgoing, m
  }
  WITH around, n, type, outgoing, m
  WHERE any(label IN labels(m) WHERE label IN $kinds)
  WITH n, type, outgoing, count(*) AS count,
    count(DISTINCT CASE WHEN ($types IS NULL OR type IN $types) AND NOT m IN around THEN m END) AS leftOut
  WITH n, collect([type, outgoing, count, leftOut]) AS counts
  RETURN collect({id: n.id, counts: counts}) AS counts
}
RETURN levels, nodes, relations, counts
