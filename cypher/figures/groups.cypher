// Reads deals in groups, the largest first: how many there are, won and lost, and their amounts by currency.
// $limit: whole number
// => keys, count, won, lost, amounts
{{groups d: MATCH (d:Deal {workspace: $workspace}) WHERE d.id IS NOT NULL}}
WITH keys, d.currency AS currency, count(d) AS count, sum(d.amount / 1000000000) AS billions, sum(d.amount % 1000000000) AS units,
  count(CASE WHEN d.status = 'WON' THEN 1 END) AS won, count(CASE WHEN d.status = 'LOST' THEN 1 END) AS lost
WITH keys, sum(count) AS count, sum(won) AS won, sum(lost) AS lost,
  collect(CASE WHEN currency IS NOT NULL THEN {currency: currency, billions: billions, units: units} END) AS amounts
ORDER BY count DESC, keys LIMIT $limit
RETURN collect({keys: keys, count: count, won: won, lost: lost, amounts: amounts})
