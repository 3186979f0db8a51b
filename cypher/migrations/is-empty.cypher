// Purpose: whether the database holds nothing but the bookkeeping of migrations
// Parameters: none
// Columns: empty (true or false)
RETURN NOT EXISTS { MATCH (n) WHERE NOT n:__Neo4jMigrationsLock AND NOT n:__Neo4jMigration } AS empty
