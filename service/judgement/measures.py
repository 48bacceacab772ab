"""The measures of a committee by their names, each computed when it is asked for."""

from collections.abc import Callable

from service.judgement import contact, coverage, reach, stance
from service.judgement.measure import Measure
from service.judgement.snapshot import Snapshot

MEASURES: dict[str, Callable[[Snapshot], Measure]] = {
    one.__name__: one
    for one in (
        coverage.completeness,
        coverage.completeness_unweighted,
        coverage.goal_attainment,
        coverage.phase_fit,
        coverage.confirmed_share,
        coverage.freshness,
        contact.threads,
        contact.thread_roles,
        contact.thread_branches,
        contact.acquaintance_gap,
        stance.support,
        stance.unknown_influence_share,
        stance.key_player_majority,
        stance.consensus,
        stance.champion_margin,
        reach.blocker_exposure,
        stance.blind_spot,
        reach.levels,
        reach.departments,
        reach.people,
        reach.density,
    )
}
