// Purpose: a migration stands in the chain once, as Neo4j-Migrations has it
// Parameters: none
// Columns: none
CREATE CONSTRAINT unique_version___Neo4jMigration IF NOT EXISTS FOR (n:__Neo4jMigration) REQUIRE (n.version, n.migrationTarget) IS UNIQUE
