// Purpose: give the lock back
// Parameters: id (text)
// Columns: none
MATCH (l:__Neo4jMigrationsLock {id: $id})
DELETE l
