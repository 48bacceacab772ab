"""Who is for us and who against, weighed by influence. Whose stance or influence is unknown is left out where not said otherwise."""

from statistics import pstdev

from service.judgement.measure import Measure, below, figure, share, up_to
from service.judgement.snapshot import Member, Snapshot

CHAMPION, SUPPORTER = 2, 1
SUPPORTED_FROM, HALF, MANY = 0.3, 0.5, 5


def champions(snapshot: Snapshot) -> tuple[Member, ...]:
    """Members of stance +2, of known influence or not."""
    return tuple(one for one in snapshot.members if one.stance == CHAMPION)


def against(snapshot: Snapshot) -> tuple[Member, ...]:
    """Members of a stance below 0."""
    return tuple(one for one in snapshot.members if one.stance is not None and one.stance < 0)


def support(snapshot: Snapshot) -> Measure:
    """Σ i·s ÷ (2·Σ i); −1 to +1, None where nobody's both are known or nobody has influence."""
    known = [(one.influence, one.stance) for one in snapshot.members if one.influence is not None and one.stance is not None]
    part, whole = sum(i * s for i, s in known), 2 * sum(i for i, _ in known)
    members = tuple(one for one in against(snapshot) if one.influence is not None)
    return share(part, whole, up_to(SUPPORTED_FROM, bad=0), members=members)


def unknown_influence_share(snapshot: Snapshot) -> Measure:
    """Σ i of members with unknown stance ÷ Σ i of all with known i; 0 to 1, None where nobody has influence."""
    unknown = tuple(one for one in snapshot.members if one.influence is not None and one.stance is None)
    whole = sum(one.influence for one in snapshot.members if one.influence is not None)
    return share(sum(one.influence or 0 for one in unknown), whole, members=unknown)


def key_player_majority(snapshot: Snapshot) -> Measure:
    """Key players with s ≥ 1 ÷ key players, those of unknown stance among them; 0 to 1, None without a key player."""
    keys = snapshot.key_players
    won = [one for one in keys if one.stance is not None and one.stance >= SUPPORTER]
    return share(len(won), len(keys), up_to(HALF), members=tuple(one for one in keys if one not in won))


def consensus(snapshot: Snapshot) -> Measure:
    """1 − (population standard deviation of s over key players ÷ 2); 0 to 1, None with fewer than two of known stance."""
    known = tuple(one for one in snapshot.key_players if one.stance is not None)
    stances = [one.stance for one in known if one.stance is not None]
    value = 1 - pstdev(stances) / 2 if len(stances) > 1 else None
    return figure(value, below(HALF), members=known)


def champion_margin(snapshot: Snapshot) -> Measure:
    """Highest i among s = +2, less highest i among s < 0, nobody against counting 0; −10 to +10, None without a champion of known i."""
    for_us, others = (_mightiest(some) for some in (champions(snapshot), against(snapshot)))
    if for_us is None:
        return figure(None, below(0))
    highest, resistance = for_us.influence or 0, (others.influence or 0) if others else 0
    members = (for_us, others) if others else (for_us,)
    return figure(highest - resistance, below(0), of=(highest, resistance), members=members)


def _mightiest(members: tuple[Member, ...]) -> Member | None:
    known = [one for one in members if one.influence is not None]
    return max(known, key=lambda one: one.influence or 0, default=None)


def blind_spot(snapshot: Snapshot) -> Measure:
    """Members of s < 0; a warning at none among five members or more."""
    found = against(snapshot)
    scale = up_to(0) if len(snapshot.members) >= MANY else below(0)
    return figure(len(found), scale, members=found)
