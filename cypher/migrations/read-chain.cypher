// Purpose: the migrations that have been applied, in no order, and whether the database holds anything else
// Parameters: none
// Columns: version (text), checksum (text or null)
MATCH (m:__Neo4jMigration)
WHERE m.migrationTarget IS NULL AND m.version <> 'BASELINE'
RETURN m.version AS version, m.checksum AS checksum
