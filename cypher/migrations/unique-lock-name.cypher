// Purpose: one lock of a name at a time: who comes second cannot create it
// Parameters: none
// Columns: none
CREATE CONSTRAINT __Neo4jMigrationsLock__has_unique_name IF NOT EXISTS FOR (n:__Neo4jMigrationsLock) REQUIRE n.name IS UNIQUE
