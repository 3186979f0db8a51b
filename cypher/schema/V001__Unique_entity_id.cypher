// Purpose: an id names one node, whatever its kind; also the index that every look-up by id uses
// Parameters: none
// Columns: none
CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE
