// Purpose: append a migration to the chain as Neo4j-Migrations does
// Parameters: previous (text), version (text), description (text), source (text), checksum (text), milliseconds (integer), user (text)
// Columns: none
OPTIONAL MATCH (known:__Neo4jMigration {version: $previous})
WHERE known.migrationTarget IS NULL
CALL (known) {
  WITH known WHERE known IS NOT NULL
  RETURN known AS p
  UNION
  WITH known WHERE known IS NULL
  CREATE (p:__Neo4jMigration {version: $previous})
  RETURN p
}
CREATE (c:__Neo4jMigration {version: $version, description: $description, type: 'CYPHER', repeatable: false, source: $source, checksum: $checksum})
CREATE (p)-[:MIGRATED_TO {at: datetime({timezone: 'UTC'}), in: duration({milliseconds: $milliseconds}), by: 'PlanGraph', connectedAs: $user}]->(c)
