// Purpose: a sequence number names one change
// Parameters: none
// Columns: none
CREATE CONSTRAINT change_seq IF NOT EXISTS FOR (c:ChangeSet) REQUIRE c.seq IS UNIQUE
