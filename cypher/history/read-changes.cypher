// Purpose: some changes after a sequence number, in order, with all their operations; one at least, then those that begin within so many operations
// Parameters: after (integer), limit (integer), operations (integer)
// Columns: seq (integer), id (text), actor (text), reason (text), at (date and time), parts (list of lists of JSON)
MATCH (c:ChangeSet)
WHERE c.seq > $after AND c.seq <= $after + $limit
WITH c ORDER BY c.seq
WITH collect(c) AS changes
UNWIND range(0, size(changes) - 1) AS i
WITH changes[i] AS c, reduce(sum = 0, before IN changes[..i] | sum + before.operationCount) AS operationsBefore
WHERE operationsBefore < $operations
MATCH (c)-[:HAS_PART]->(p:ChangePart)
WITH c, p ORDER BY c.seq, p.index
WITH c, collect(p.operations) AS parts
RETURN c.seq AS seq, c.id AS id, c.actor AS actor, c.reason AS reason, c.at AS at, parts
ORDER BY seq
