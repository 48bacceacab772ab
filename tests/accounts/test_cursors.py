"""Cursors that no list gave, or another one: each is refused as a bad page."""

from tests.conftest import World

QUERY = "query($after: String) {{ {} {{ edges {{ cursor node {{ ... on Node {{ id }} }} }} pageInfo {{ endCursor }} }} }}"
BY_NAME = "people(orderBy: [{by: NAME}], first: 1, after: $after)"
OTHERS = (
    "people(orderBy: [{by: NAME, direction: DESC}], after: $after)",
    "people(orderBy: [{by: NAME}, {by: UPDATED_AT}], after: $after)",
    "people(where: {isPlaceholder: false}, orderBy: [{by: NAME}], after: $after)",
    "people(after: $after)",
    "accounts(orderBy: [{by: NAME}], after: $after)",
    "changes(after: $after)",
)
MADE_UP = ("", "x", "é", "\ud800", "\0", "AAAA", "=" * 9, "W10", "WyJQZXJzb24sbmFtZUtleSIsWyJ4IiwieCJdXQ", "A" * 1_000_000)


async def told(world: World, field: str, after: str | None) -> tuple[list[str], str | None]:
    """The codes of the errors, and the last cursor."""
    body = await world.ask(QUERY.format(field), {"after": after})
    page = body.get("data") and next(iter(body["data"].values()))
    return [one["extensions"]["code"] for one in body.get("errors", [])], page and page["pageInfo"]["endCursor"]


async def test_a_cursor_is_of_one_list_one_order_one_filter_one_workspace(world: World, stranger: World) -> None:
    for name in ("Ann", "Ben"):
        await world.tell("createPerson", "__typename", name=name)
    _, cursor = await told(world, BY_NAME, None)
    assert cursor is not None
    assert (await told(world, BY_NAME, cursor))[0] == []
    for other in OTHERS:
        assert (await told(world, other, cursor))[0] == ["BAD_PAGE"], other
    assert (await told(stranger, BY_NAME, cursor))[0] == ["BAD_PAGE"]


async def test_a_cursor_that_was_made_up_or_changed(world: World) -> None:
    await world.tell("createPerson", "__typename", name="Ann")
    _, cursor = await told(world, BY_NAME, None)
    assert cursor is not None
    broken = [cursor[:place] + ("A" if letter != "A" else "B") + cursor[place + 1 :] for place, letter in enumerate(cursor[:-1])]
    for one in (*broken[::7], cursor[:-4], cursor * 2, *MADE_UP[:3], *MADE_UP[4:]):
        assert (await told(world, BY_NAME, one))[0] == ["BAD_PAGE"], one[:80]


async def test_a_cursor_tells_nothing_and_stays_the_same(world: World) -> None:
    await world.tell("createPerson", "__typename", name="Wolfeschlegelstein")
    _, cursor = await told(world, BY_NAME, None)
    from base64 import urlsafe_b64decode

    assert cursor is not None
    assert b"wolf" not in urlsafe_b64decode(cursor + "==").lower()
    assert await told(world, BY_NAME, None) == ([], cursor)
