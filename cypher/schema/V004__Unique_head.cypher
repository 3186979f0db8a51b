// Purpose: there is one head, which counts the changes and which writers lock
// Parameters: none
// Columns: none
CREATE CONSTRAINT head_id IF NOT EXISTS FOR (h:Head) REQUIRE h.id IS UNIQUE
