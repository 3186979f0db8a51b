// Purpose: the rød tråd of one plan: the ways that lead from it up to the samfunnsdel over what is in force
// Parameters: plan (text, the plan's id as in plan/klimastrategi-2030)
// Columns: steps (integer), way (list of titles with the relations between them), ids (list of text)
// Reading: each row is one way, the shortest first; an arrow says how one thing leads to the next, and no row means that the plan is not anchored
MATCH (start:Plan {id: $plan})

// What carries no others: plans out of force, goals and strategies that are not current, measures that were stopped
OPTIONAL MATCH (over:Plan|Goal|Strategy|Measure)
WHERE over.status IN ['retired', 'stopped'] OR over.standing <> 'current'
  OR EXISTS { MATCH (newer:Plan)-[:REPLACES]->(over) WHERE newer <> over AND NOT newer.status IN ['inProgress', 'retired'] }
  OR (over:Plan AND over.periodTo < date().year
    AND NOT (over.type IN ['virksomhetsanalyse', 'behovsanalyse'] AND coalesce(over.periodFrom, 0) = over.periodTo))
WITH start, collect(over) AS over, CASE WHEN EXISTS { MATCH (:Plan {type: 'samfunnsdel'}) } THEN 'samfunnsdel' ELSE 'kommuneplan' END AS top

// The samfunnsdel in force, else the last one that was; and the kommuneplan that it is a part of
OPTIONAL MATCH (root:Plan {type: top})
WHERE root.status <> 'retired' AND NOT EXISTS { MATCH (newer:Plan)-[:REPLACES]->(root) WHERE newer <> root AND NOT newer.status IN ['inProgress', 'retired'] }
WITH start, over, top, collect(root) AS roots, max(root.periodTo) AS last
WITH start, over,
  CASE WHEN any(root IN roots WHERE NOT root IN over) THEN [root IN roots WHERE NOT root IN over] ELSE [root IN roots WHERE root.periodTo = last] END AS roots,
  COLLECT { MATCH (whole:Plan {type: 'kommuneplan'}) WHERE top = 'samfunnsdel' AND NOT whole IN over RETURN whole } AS wholes

// Straight to one of them, or to something that the samfunnsdel states
CALL (start, over, roots, wholes) {
  MATCH way = (start) (()-[:ANCHORED_IN|PART_OF|SUPPORTS|SUBGOAL_OF|STATES]->()){1,7} (end:Plan)
  WHERE end IN roots OR end IN wholes
  RETURN nodes(way) AS stops, relationships(way) AS links
  UNION
  MATCH way = (start) (()-[:ANCHORED_IN|PART_OF|SUPPORTS|SUBGOAL_OF|STATES]->()){1,6} (end)<-[:STATES]-(root:Plan)
  WHERE root IN roots
  RETURN nodes(way) AS stops, relationships(way) AS links
}
WITH start, stops, links, over, roots, wholes
WHERE NOT start IN roots AND NOT start IN wholes
  AND none(stop IN tail(stops) WHERE stop:Challenge OR (stop IN over AND NOT stop IN roots))
  AND none(stop IN stops[..-1] WHERE stop IN roots OR stop IN wholes)
  AND none(link IN links WHERE type(link) = 'PART_OF' AND endNode(link) IN wholes)
  AND all(stop IN stops WHERE single(other IN stops WHERE other = stop))

// Detours of more than two steps are left out
WITH collect({stops: stops, links: links}) AS ways, min(size(links)) AS shortest
UNWIND ways AS found
WITH found.stops AS stops, found.links AS links, shortest
WHERE size(links) <= shortest + 2
RETURN size(links) AS steps,
  reduce(way = [stops[0].title], i IN range(0, size(links) - 1) | way + [
    CASE WHEN startNode(links[i]) = stops[i] THEN '-[' + type(links[i]) + ']->' ELSE '<-[' + type(links[i]) + ']-' END, stops[i + 1].title]) AS way,
  [stop IN stops | stop.id] AS ids
ORDER BY steps, way
