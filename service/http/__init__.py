"""GraphQL over HTTP, from the socket to the executor. It knows the protocol and GraphQL, nothing of deals or of the database.

It follows the draft of August 2026 (github.com/graphql/graphql-over-http). A request walks through
`view` (headers, then who asks, then the body) → `body` → `documents` (parsed, measured by `limits`, validated, kept) → execution;
whatever stops it on the way is a Refusal of `failures`.
"""
