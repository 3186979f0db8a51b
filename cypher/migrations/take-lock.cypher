// Purpose: take the lock that every Neo4j-Migrations client respects; fails when somebody has it
// Parameters: id (text), name (text)
// Columns: none
CREATE (:__Neo4jMigrationsLock {id: $id, name: $name})
