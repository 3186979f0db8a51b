// Purpose: write some of a change set's operations; touched holds the ids of the nodes they touch, parted by spaces
// Parameters: seq (integer), index (integer), operations (list of JSON), touched (text)
// Columns: none
MATCH (c:ChangeSet {seq: $seq})
CREATE (c)-[:HAS_PART]->(:ChangePart {seq: $seq, index: $index, operations: $operations, touched: $touched})
