// Purpose: the history of one node, from the ids that each part of a change touched
// Parameters: none
// Columns: none
CREATE FULLTEXT INDEX change_touched IF NOT EXISTS FOR (p:ChangePart) ON EACH [p.touched] OPTIONS {indexConfig: {`fulltext.analyzer`: 'whitespace'}}
