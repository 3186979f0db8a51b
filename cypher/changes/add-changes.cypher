// Purpose: write change sets into the history, with some of their operations, and move the head to the last of them; restoring says that more of a history is to come
// Parameters: seq (integer), restoring (true or null), changes (list of {seq, id, actor, reason, at, operationCount, parts}; a part is {index, operations, touched}, see add-change-parts)
// Columns: none
MATCH (h:Head {id: 'head'})
SET h.seq = $seq, h.restoring = $restoring
WITH h
UNWIND $changes AS row
CREATE (c:ChangeSet {seq: row.seq, id: row.id, actor: row.actor, reason: row.reason, at: row.at, operationCount: row.operationCount})
FOREACH (part IN row.parts | CREATE (c)-[:HAS_PART]->(:ChangePart {seq: row.seq, index: part.index, operations: part.operations, touched: part.touched}))
