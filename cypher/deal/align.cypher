// Writes whether our selling is in step with the customer's buying, in all deals that follow these processes.
// $buying: text or null, the key of a buying process
// $selling: text or null, the key of a sales process
CALL () {
  MATCH (:BuyingProcess {workspace: $workspace, key: $buying})<-[:FOLLOWS]-(d) RETURN d
  UNION
  MATCH (:SalesProcess {workspace: $workspace, key: $selling})<-[:SOLD_BY]-(d) RETURN d
}
SET d.lock = true
WITH d
{{deal.alignment}}
