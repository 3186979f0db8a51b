// Purpose: the migrations that have been applied, in no order
// Parameters: none
// Columns: version (text), checksum (text or null)
MATCH (m:__Neo4jMigration)
WHERE m.migrationTarget IS NULL AND m.version <> 'BASELINE'
RETURN m.version AS version, m.checksum AS checksum
