// A hundred deals of ordinary accounts belong to one team member.
UNWIND $ids AS id
MATCH (d:Deal {workspace: $workspace, id: id})
SET d.ownerId = $owner
