"""graphql-http's audits of a server. They are older than the draft of GraphQL over HTTP: those that it overrules stand here with its rule."""

from tests.clients.conftest import Live

UNPARSED = "If the GraphQL document in the request cannot be parsed, status code 400 SHOULD be used."
MALFORMED = "If the request is not a well-formed GraphQL-over-HTTP request, status code 422 SHOULD be used."
UNCOERCED = "If the variable values cannot be coerced to match the operation's variable definitions, status code 422 SHOULD be used."
LEGACY = (
    "If the Accept header … does indicate support for application/json …, the request SHOULD be performed … "
    "as if the request had specified Accept: application/graphql-response+json"
)

OVERRULED = {
    **{f"{one}{kind}": (422, [MALFORMED]) for one in ("LKJ", "6C0", "476", "58B") for kind in range(4)},  # a parameter of a wrong type: 400
    "423L": (422, [MALFORMED]),  # no query: 400
    "3E3A": (422, [MALFORMED]),  # no query but a "qeury": 400
    "572B": (400, [UNPARSED, LEGACY]),  # a document that is none: 200 in application/json
    "FDE2": (400, [UNPARSED, LEGACY]),  # a field whose name begins with a digit: 200 in application/json
    "7B9B": (422, [UNCOERCED, LEGACY]),  # null for an ID!: 200 in application/json
    "86EE": (422, [UNCOERCED]),  # null for an ID!: 400
}
"""By the audit's id: the status that we answer, and the sentences of the draft's sections on Status Codes and Accept that ask for it."""


async def test_all_audits_pass_but_those_that_the_draft_overrules(live: Live) -> None:
    told = await live.tell("audits.mjs")
    failed = {id_: one for id_, one in told.items() if one["status"] != "ok"}
    assert len(told) == 61
    assert {id_: one["answered"] for id_, one in failed.items()} == {id_: status for id_, (status, _) in OVERRULED.items()}, failed
    assert not [one for one in failed.values() if one["status"] == "error"], "the draft overrules no MUST"
