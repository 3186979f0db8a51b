// Purpose: a change set is applied once, however often it is sent
// Parameters: none
// Columns: none
CREATE CONSTRAINT change_id IF NOT EXISTS FOR (c:ChangeSet) REQUIRE c.id IS UNIQUE
