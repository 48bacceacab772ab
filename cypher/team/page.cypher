// Reads a page of our team, former colleagues included.
// $limit: whole number
// => id, version, name, nameKey, email, subject, permission, isActive
RETURN COLLECT {
  {{page t: MATCH (t:TeamMember {workspace: $workspace})}}
  RETURN {{team}}
}
