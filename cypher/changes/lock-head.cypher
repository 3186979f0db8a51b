// Purpose: let one writer in at a time, and tell where the history stands, whether a history is being put in, and whether this change set is in it already
// Parameters: changeId (text)
// Columns: seq (integer), restoring (true or false), appliedSeq (integer or null)
MERGE (h:Head {id: 'head'})
ON CREATE SET h.seq = 0
SET h.locked = true
REMOVE h.locked
WITH h
OPTIONAL MATCH (c:ChangeSet {id: $changeId})
RETURN h.seq AS seq, h.restoring IS NOT NULL AS restoring, c.seq AS appliedSeq
