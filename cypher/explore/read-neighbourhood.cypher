// Purpose: nodes, the relations among them, and at each node how many relations it has and how many neighbours are not among them
// Parameters: ids (list of text), kinds (list of text), types (list of text or null)
// Columns: nodes (list of {id, properties}), relations (list of {type, from, to, properties}), counts (list of {id, type, outgoing, count, leftOut})
CALL () {
  UNWIND $ids AS id
  MATCH (n:Entity {id: id})
  RETURN collect({id: id, properties: properties(n)}) AS nodes
}
CALL () {
  UNWIND $ids AS id
  MATCH (:Entity {id: id})-[r]->(m:Entity)
  WHERE ($types IS NULL OR type(r) IN $types) AND m.id IN $ids
  RETURN collect({type: type(r), from: id, to: m.id, properties: properties(r)}) AS relations
}
CALL () {
  UNWIND $ids AS id
  MATCH (n:Entity {id: id})
  CALL (n) {
    MATCH (n)-[r]->(m:Entity)
    RETURN type(r) AS type, true AS outgoing, m
    UNION ALL
    MATCH (n)<-[r]-(m:Entity)
    RETURN type(r) AS type, false AS outgoing, m
  }
  WITH id, type, outgoing, m
  WHERE any(label IN labels(m) WHERE label IN $kinds)
  WITH id, type, outgoing, count(*) AS count,
    count(DISTINCT CASE WHEN ($types IS NULL OR type IN $types) AND NOT m.id IN $ids THEN m.id END) AS leftOut
  RETURN collect({id: id, type: type, outgoing: outgoing, count: count, leftOut: leftOut}) AS counts
}
RETURN nodes, relations, counts
