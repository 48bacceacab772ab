// Reads how our selling stands to the customer's buying in each of these deals.
// $ids: list of text
// => id, state, gap, since
RETURN COLLECT {
  UNWIND $ids AS id
  MATCH (d:Deal {workspace: $workspace, id: id})
  RETURN {{deal.wheels}}
}
