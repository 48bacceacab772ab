// Reads the interactions with these ids.
// $ids: list of text
// => id, version, interactionKind, at, minutes, initiatedByUs, sentiment, summary, dealId, personIds, teamMemberIds
RETURN COLLECT { UNWIND $ids AS id MATCH (i:Interaction {workspace: $workspace, id: id}) RETURN {{interaction}} }
