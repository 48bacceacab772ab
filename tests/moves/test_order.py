"""Steps stand in the order in which they were written, whatever their ids and the moments at which they were asked for."""

from itertools import count

from cypher.graph import Database
from service.stamp import Clock
from tests.conftest import make_world
from tests.moves.conftest import START, Timed
from tests.moves.invariants import broken

HISTORY = "phaseHistory { phase { key } enteredAt }"


async def test_steps_of_one_moment_stand_as_they_were_written(database: Database) -> None:
    """Ids that fall: as when a step waits for another one, which drew its ids later."""
    first, numbers = Clock().new_id(), count(0xFFFFFFFFFF, -1)
    world = await make_world(database, Clock(lambda: START, lambda: f"{first[:-12]}{next(numbers):012x}"))
    timed = Timed(world)
    timed.account = (await world.tell("createAccount", "... on Account { id }", name="Mill"))["id"]
    deal = await timed.deal()
    for phase in ("purchase-decision", "information-search"):
        assert await timed.step("moveDeal", id=deal, phase=phase) == "done"
    found = (await timed.read(deal, HISTORY))["phaseHistory"]
    assert [one["phase"]["key"] for one in found] == ["need-recognition", "purchase-decision", "information-search"]
    assert await broken(world) == []
    await world.client.aclose()


async def test_a_step_that_waited_stands_after_what_it_waited_for(timed: Timed) -> None:
    deal = await timed.deal()
    timed.turn(2)
    assert await timed.step("moveDeal", id=deal, phase="purchase-decision") == "done"
    timed.turn(1)  # asked for an hour before, written now
    assert await timed.step("moveDeal", id=deal, phase="information-search") == "done"
    found = (await timed.read(deal, HISTORY))["phaseHistory"]
    assert [one["enteredAt"] for one in found] == [timed.at(0), timed.at(2), timed.at(2)]
    assert await timed.step("moveDeal", id=deal, phase="purchase-decision", at=timed.at(1)) == "OUT_OF_ORDER at"
