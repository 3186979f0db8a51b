// Purpose: write a change set into the history and move the head to it
// Parameters: seq (integer), id (text), actor (text), reason (text), at (date and time), operationCount (integer)
// Columns: none
MATCH (h:Head {id: 'head'})
SET h.seq = $seq
CREATE (:ChangeSet {seq: $seq, id: $id, actor: $actor, reason: $reason, at: $at, operationCount: $operationCount})
