// Reads who of our team has one of these e-mail addresses, in lower case; who is active comes last.
// $emails: list of text, in lower case
// => email, id
RETURN COLLECT {
  MATCH (t:TeamMember {workspace: $workspace})
  WHERE t.nameKey IS NOT NULL AND t.id IS NOT NULL AND toLower(t.email) IN $emails
  RETURN {email: toLower(t.email), id: t.id} ORDER BY t.isActive, t.id DESC
}
