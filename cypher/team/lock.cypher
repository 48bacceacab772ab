// Locks the team member with this subject, and reads it as it stands then.
// $subject: text
// => id, version, name, nameKey, email, subject, permission, isActive
MATCH (t:TeamMember {workspace: $workspace, subject: $subject})
SET t.lock = true
WITH t
RETURN {{team}}
