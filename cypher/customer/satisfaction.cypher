// Reads how content each of these accounts is: the mean of its evaluations from a moment on, of each first the mean of its marks.
// $ids: list of text
// $since: moment
// => of, mean
RETURN COLLECT {
  UNWIND $ids AS of MATCH (a:Account {workspace: $workspace, id: of})
  OPTIONAL MATCH (a)-[:HAS_DEAL]->(d)
  OPTIONAL CALL (d) { MATCH (d)-[:EVALUATED_AS]->(e) WHERE e.at >= $since RETURN e }
  WITH of, [mark IN [e.problemSolved, e.workingTogether, e.promisesKept, e.valueForMoney] WHERE mark IS NOT NULL] AS marks
  WITH of, avg(CASE WHEN size(marks) > 0 THEN toFloat(reduce(sum = 0, mark IN marks | sum + mark)) / size(marks) END) AS mean
  RETURN {of: of, mean: mean}
}
