// Purpose: the lock of Neo4j-Migrations, as its command line makes it
// Parameters: none
// Columns: none
CREATE CONSTRAINT __Neo4jMigrationsLock__has_unique_id IF NOT EXISTS FOR (n:__Neo4jMigrationsLock) REQUIRE n.id IS UNIQUE
