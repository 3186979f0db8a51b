// Purpose: overlaps that wait for somebody, and those that somebody has confirmed
// Parameters: none
// Columns: state (new, underReview or confirmed), score (0 to 1 or null), members (list of titles), action (text or null), ids (list of text)
// Reading: the higher the score, the more the members look alike; a confirmed pair without a score was recorded by hand, and action says what is to be done about it
CALL () {
  MATCH (finding:Finding {type: 'overlap'})
  WHERE finding.state IN ['new', 'underReview']
  MATCH (finding)-[:ABOUT]->(member)
  WITH finding, member ORDER BY member.title, member.id
  WITH finding, collect(member.title) AS members, collect(member.id) AS ids
  RETURN finding.state AS state, finding.score AS score, members, null AS action, ids
  UNION
  MATCH (one:Plan)-[overlap:OVERLAPS]->(other:Plan)
  OPTIONAL MATCH (one)<-[:ABOUT]-(finding:Finding {type: 'overlap', state: 'confirmed'})-[:ABOUT]->(other)
  WITH one, other, overlap, max(finding.score) AS score
  RETURN 'confirmed' AS state, score, [one.title, other.title] AS members, overlap.action AS action, [one.id, other.id] AS ids
}
RETURN state, score, members, action, ids
ORDER BY state = 'confirmed', score DESC, members
