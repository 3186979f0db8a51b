// Purpose: how many nodes there are of all kinds
// Parameters: none
// Columns: count (integer)
MATCH (n:Entity)
RETURN count(n) AS count
