// Purpose: let one writer in at a time, and tell where the history stands, whether a history is being put in, whether this change set is in it already, and the versions of nodes
// Parameters: changeId (text), ids (list of text)
// Columns: seq (integer), restoring (true or false), appliedSeq (integer or null), versions (list of {id, version})
MERGE (h:Head {id: 'head'})
ON CREATE SET h.seq = 0
SET h.locked = true
REMOVE h.locked
WITH h
OPTIONAL MATCH (c:ChangeSet {id: $changeId})
WITH h, c
CALL () {
  UNWIND $ids AS id
  MATCH (n:Entity {id: id})
  USING INDEX SEEK n:Entity(id)
  RETURN collect({id: id, version: n.version}) AS versions
}
RETURN h.seq AS seq, h.restoring IS NOT NULL AS restoring, c.seq AS appliedSeq, versions
