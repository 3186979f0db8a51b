// Purpose: the words that nodes are found by, prepared by PlanGraph (folded, stemmed, compounds taken apart), so the analyzer only parts them at spaces
// Parameters: none
// Columns: none
CREATE FULLTEXT INDEX entity_terms IF NOT EXISTS FOR (n:Entity) ON EACH [n.searchTerms] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
