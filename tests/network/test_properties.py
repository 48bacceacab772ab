"""What must hold on any network, held against the definitions written out naively."""

import random
from itertools import combinations, pairwise, product
from math import isclose

from hypothesis import given, settings
from hypothesis import strategies as st

from cypher.words import RelationshipKind, Role, Severity
from service.network.departure import Player, departure, fragmentation
from service.network.graph import Cover, Network, Tie, walkable
from service.network.influence import Judged, Seat, coalitions, exposure, ranks
from service.network.introductions import introductions
from service.network.routes import disjoint_routes, routes
from tests.network import naive
from tests.network.strategies import PEOPLE, networks

person = st.sampled_from(PEOPLE)
group = st.frozensets(person, min_size=1, max_size=3)
some = settings(max_examples=80, deadline=None)


@some
@given(networks(), group, st.integers(1, 4), st.integers(1, 5))
def test_routes_are_the_best_simple_paths(network: Network, targets: frozenset[str], most: int, assumed: int) -> None:
    report = routes(walkable(network, assumed), targets, most, 3)
    every = sorted((-round(value, 12), len(path), path) for value, path in naive.routes(network, targets, most, assumed))
    assert [(route.team_member_id, *(hop.to_id for hop in route.hops)) for route in report.routes] == [path for *_, path in every[:3]]
    assert all(isclose(route.product, -value) for route, (value, *_) in zip(report.routes, every, strict=False))
    guards = {(tie.from_id, tie.to_id) for tie in network.ties if tie.kind == "CONTROLS_ACCESS_TO"}
    passing = [any((one, path[-1]) in guards for one in path) for *_, path in every]
    assert report.gatekeeper_dependence == (sum(passing[:3]) / len(every[:3]) if every else None)
    clear = next((path for (*_, path), passes in zip(every, passing, strict=True) if not passes), None)
    best = report.best_without_gatekeeper
    assert (best and (best.team_member_id, *(hop.to_id for hop in best.hops))) == clear
    assert not report.truncated


@some
@given(networks(), person, st.integers(1, 4))
def test_disjoint_routes_are_as_many_as_the_smallest_cut(network: Network, target: str, most: int) -> None:
    """A direct tie of ours to the target is cut by leaving one of us out."""
    assert disjoint_routes(walkable(network, 2), (target,), most) == naive.cut(network, target, most, 2)


@some
@given(networks(), group)
def test_a_group_is_reached_as_its_people_taken_as_one(network: Network, targets: frozenset[str]) -> None:
    one = min(targets)
    ties = [
        tie._replace(from_id=one if tie.from_id in targets else tie.from_id, to_id=one if tie.to_id in targets else tie.to_id)
        for tie in network.ties
        if not (tie.kind in ("INFLUENCES", "CONTROLS_ACCESS_TO") and tie.from_id in targets)
    ]
    covers = {(cover.team_member_id, one if cover.person_id in targets else cover.person_id): cover.level for cover in network.covers}
    merged = Network.of(
        [*(set(PEOPLE) - targets), one], [tie for tie in ties if tie.from_id != tie.to_id], [Cover(*ends, 1) for ends in covers]
    )
    assert disjoint_routes(walkable(network, 2), targets) == disjoint_routes(walkable(merged, 2), (one,))


@some
@given(networks(), person, person)
def test_a_person_who_leaves_never_adds_routes(network: Network, target: str, gone: str) -> None:
    before, after = walkable(network, 2), walkable(network.without({gone}), 2)
    if gone != target:
        assert disjoint_routes(after, (target,)) <= disjoint_routes(before, (target,))
        assert len(routes(after, (target,), limit=100).routes) <= len(routes(before, (target,), limit=100).routes)


@some
@given(networks(), st.lists(st.tuples(group, st.frozensets(st.sampled_from(Role), max_size=2)), max_size=4), person, group)
def test_a_departure_is_what_counting_again_gives(
    network: Network, parties: list[tuple[frozenset[str], frozenset[Role]]], gone: str, circle: frozenset[str]
) -> None:
    players = [Player("deal", f"party {place}", people, roles) for place, (people, roles) in enumerate(parties)]
    players.append(Player("deal", gone, frozenset({gone}), frozenset({Role.USER})))
    told = departure(network, circle | {gone}, players, gone, frozenset({gone}), 2)
    rest = network.without({gone})
    others = [(people - {gone}, roles) for people, roles in parties if people - {gone}]
    played = {role for _, roles in others for role in roles}
    assert set(told.emptied) == {("deal", role) for one in players if one.people == {gone} for role in one.roles - played}
    lost, unreachable = 0, set()
    for people, roles in parties:
        if roles & {Role.DECIDER, Role.APPROVER} and people - {gone}:
            had, has = disjoint_routes(walkable(network, 2), people), disjoint_routes(walkable(rest, 2), people - {gone})
            lost += had - has
            unreachable |= people - {gone} if had and not has else set()
    assert (told.routes_lost, set(told.unreachable)) == (lost, unreachable)
    before, after = naive.fragmentation(network, circle | {gone}), naive.fragmentation(rest, circle - {gone})
    assert told.fragmentation is None if before is None or after is None else isclose(told.fragmentation, after - before, abs_tol=1e-9)
    assert told.severity == (Severity.HIGH if told.emptied or unreachable else Severity.MEDIUM if lost else Severity.LOW)


@some
@given(networks(), group, group)
def test_an_introduction_brings_what_one_more_acquaintance_would(
    network: Network, decider: frozenset[str], approver: frozenset[str]
) -> None:
    wanted = {"a": 0.25}
    told = introductions(network, walkable(network, 2), (decider, approver), ("a", "b"), wanted, 10)

    def best(of: Network, targets: frozenset[str]) -> float:
        return max((value for value, _ in naive.routes(of, targets, 4, 2)), default=0.0)

    found = {}
    ties = {(tie.from_id, tie.to_id) for tie in network.ties if tie.kind != "CONFLICTS_WITH"}
    far = naive.distances(network.people, ties | {(other, one) for one, other in ties})
    unknown = set(PEOPLE) - {cover.person_id for cover in network.covers}
    for one in unknown:
        if one in ("a", "b") or any(far[one, end] <= 2 for end in decider | approver):
            more = Network.of(network.people, network.ties, [*network.covers, Cover("somebody new", one, 3)])
            gain = wanted.get(one, 0) + sum(best(more, targets) - best(network, targets) for targets in (decider, approver))
            found |= {one: gain} if gain > 1e-12 else {}
    assert {one.person_id for one in told} == set(found)
    assert all(isclose(one.gain, found[one.person_id], abs_tol=1e-9) for one in told)
    assert [one.person_id for one in told] == sorted(found, key=lambda one: (-round(found[one], 9), one))


@some
@given(networks(), person, st.dictionaries(person, st.tuples(st.integers(0, 10), st.integers(-2, 2))))
def test_exposure_is_the_share_of_paths_from_those_against_us(network: Network, end: str, said: dict[str, tuple[int, int]]) -> None:
    judged = {one: Judged(*values) for one, values in said.items()}
    strengths = {(tie.from_id, tie.to_id): tie.strength or 2 for tie in network.ties if tie.kind == "INFLUENCES"}
    weights = []
    for path in naive.influence_paths(network, end):
        if path[0] in said:
            weight: float = said[path[0]][0]
            for ends in pairwise(path):
                weight *= strengths[ends] / 5
            weights.append((weight, said[path[0]][1] < 0))
    whole = sum(weight for weight, _ in weights)
    told = exposure(network, end, judged, 2)
    assert told is None if not whole else isclose(told, sum(weight for weight, against in weights if against) / whole, abs_tol=1e-12)


@some
@given(networks(), st.dictionaries(person, st.none() | st.integers(-2, 2), min_size=2))
def test_coalitions_part_those_of_one_mind(network: Network, stances: dict[str, int | None]) -> None:
    told = coalitions(network, [Seat(one, frozenset({one}), stance) for one, stance in stances.items()])
    tied = {frozenset((tie.from_id, tie.to_id)) for tie in network.ties if tie.kind == "INFLUENCES"}
    of = {member: coalition for coalition in told for member in coalition.members}
    for (one, side), (other, opposite) in product(stances.items(), repeat=2):
        alike = one != other and frozenset((one, other)) in tied and (side or 0) * (opposite or 0) > 0
        assert not alike or of[one] is of[other]
    for coalition in told:
        sides = [stances[member] or 0 for member in coalition.members]
        assert len(sides) >= 2
        assert all(side > 0 for side in sides) or all(side < 0 for side in sides)
        assert isclose(coalition.stance, sum(sides) / len(sides))
        bridges = {
            one
            for one in set(stances) - set(coalition.members)
            if any(frozenset((one, member)) in tied for member in coalition.members)
            and any(frozenset((one, member)) in tied for other in told if other is not coalition for member in other.members)
        }
        assert set(coalition.bridges) == bridges


@some
@given(networks(), st.booleans(), st.randoms())
def test_the_same_data_in_another_order_give_the_same_answers(network: Network, reporting: bool, chance: random.Random) -> None:
    ties, covers, people = [*network.ties], [*network.covers], [*network.people]
    for one in (ties, covers, people):
        chance.shuffle(one)
    again = Network.of(people, ties, covers)
    assert again == network
    assert ranks(again, reporting=reporting) == ranks(network, reporting=reporting)
    assert isclose(sum(one.score for one in ranks(network, reporting=reporting)), 1)
    assert [routes(walkable(one, 2), "ab") for one in (again, network)] == [routes(walkable(network, 2), "ab")] * 2
    assert fragmentation(again, "abc") == fragmentation(network, "abc")


def test_beyond_the_limit_of_paths_the_report_says_so() -> None:
    people = [f"{number:02}" for number in range(45)]
    ties = [Tie(RelationshipKind.KNOWS, *ends, 3) for ends in combinations(people, 2)]
    everybody = Network.of(people, ties, [Cover("one of us", person, 3) for person in people])
    report = routes(walkable(everybody, 2), ("00",))
    assert report.truncated
    assert report.routes[0].product == 0.6
    assert report.disjoint_routes == 1
