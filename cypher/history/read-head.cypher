// Purpose: where the history stands
// Parameters: none
// Columns: seq (integer)
OPTIONAL MATCH (h:Head {id: 'head'})
RETURN coalesce(h.seq, 0) AS seq
