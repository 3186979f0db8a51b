// Purpose: the next level of a neighbourhood: the nodes beside some nodes that are not in it yet, nearest relation type first, then by id
// Parameters: frontier (list of text), seen (list of text), kinds (list of text), types (list of text or null), ranks (map of relation type to rank), room (integer)
// Columns: id (text)
UNWIND $frontier AS id
MATCH (:Entity {id: id})-[r]-(m:Entity)
WHERE ($types IS NULL OR type(r) IN $types) AND any(label IN labels(m) WHERE label IN $kinds) AND NOT m.id IN $seen
WITH m.id AS id, min($ranks[type(r)]) AS rank
RETURN id
ORDER BY rank, id
LIMIT $room
