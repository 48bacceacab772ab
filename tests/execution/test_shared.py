"""What several fields wait for outlives any one of them."""

from tests.conftest import World


async def test_a_field_that_fails_takes_no_row_from_its_neighbours(world: World) -> None:
    account = (await world.tell("createAccount", "... on Account { id }", name="Mill"))["id"]
    member = (await world.tell("saveTeamMember", "... on TeamMember { id }", subject="s", name="Eva", permission="EDITOR"))["id"]
    team = [{"teamMemberId": member, "function": "service"}]
    await world.tell("setAccountTeam", "__typename", accountId=account, members=team)
    query = """query($id: ID!) {
      failing: account(id: $id) { people(first: 0) { totalCount } team { function } }
      other: account(id: $id) { team { function } }
    }"""
    body = await world.ask(query, {"id": account})
    assert body["data"] == {"failing": None, "other": {"team": [{"function": "service"}]}}
    assert [(one["path"], one["extensions"]["code"]) for one in body["errors"]] == [(["failing", "people"], "BAD_PAGE")]
