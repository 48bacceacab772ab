// Reads all posts of these people, former ones included. The caller holds the workspace's lock.
// $ids: list of text
// => id, version, personId, accountId, title, department, seniority, usualRoles, since, until, isPrimary
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (p:Person {workspace: $workspace, id: id})-[w:WORKS_AT]->(:Account)
  RETURN {{post}}
}
