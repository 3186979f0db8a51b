// Purpose: write some of change sets' operations; touched holds the ids of the nodes they touch, parted by spaces
// Parameters: parts (list of {seq, index, operations, touched}; operations are JSON)
// Columns: none
UNWIND $parts AS row
MATCH (c:ChangeSet {seq: row.seq})
USING INDEX SEEK c:ChangeSet(seq)
CREATE (c)-[:HAS_PART]->(:ChangePart {seq: row.seq, index: row.index, operations: row.operations, touched: row.touched})
