// Purpose: Norwegian full-text search for people in Neo4j Browser; PlanGraph itself asks entity_terms
// Parameters: none
// Columns: none
CREATE FULLTEXT INDEX entity_text IF NOT EXISTS FOR (n:Entity) ON EACH [n.title, n.text, n.notes] OPTIONS {indexConfig: {`fulltext.analyzer`: 'norwegian'}}
