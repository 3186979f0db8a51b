// Purpose: a history that was put in has come to its head: from now on the store takes changes again
// Parameters: head (integer)
// Columns: none
MATCH (h:Head {id: 'head'})
WHERE h.seq = $head
REMOVE h.restoring
