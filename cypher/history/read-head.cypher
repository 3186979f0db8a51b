// Purpose: where the history stands, and whether a history is being put in
// Parameters: none
// Columns: seq (integer), restoring (true or false)
OPTIONAL MATCH (h:Head {id: 'head'})
RETURN coalesce(h.seq, 0) AS seq, h.restoring IS NOT NULL AS restoring
