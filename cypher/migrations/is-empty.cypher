// Purpose: whether the database holds nothing at all but a lock
// Parameters: none
// Columns: empty (true or false)
RETURN NOT EXISTS { MATCH (n) WHERE NOT n:__Neo4jMigrationsLock } AS empty
