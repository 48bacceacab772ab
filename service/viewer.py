"""Who asks: the team member behind a token, kept for a few seconds, and what their permission reaches."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

from cypher.graph import Database, Graph, System
from cypher.system import SignInRow, sign_in
from cypher.words import Day, Moment, Permission
from service.auth import Refused, Verifier
from service.stamp import Clock, day_of

KEPT_SECONDS = 10
MOST_KEPT = 10_000
REACH = list(Permission)


@dataclass(frozen=True)
class Viewer:
    """A team member as one request knows them."""

    id: str
    workspace: str
    permission: Permission
    time_zone: str = "Etc/UTC"
    currency: str = "EUR"
    locale: str = "en"
    secret: str = field(default="", repr=False)
    """The workspace's, which seals cursors."""

    def may(self, needed: Permission) -> bool:
        return REACH.index(self.permission) >= REACH.index(needed)

    def today(self, at: Moment) -> Day:
        """The day of a moment in the workspace's time zone."""
        return day_of(at, self.time_zone)


def _keeps_nothing() -> None:
    """Where nobody signs in, no look-up is kept."""


@dataclass(frozen=True)
class Caller:
    """What a use case works with: the viewer, their graph, the clock, and how to let go of the look-ups kept by SignIn."""

    viewer: Viewer
    graph: Graph
    clock: Clock
    forget: Callable[[], None] = _keeps_nothing


async def caller_as(database: Database, clock: Clock, subject: str, workspace_id: str | None) -> Caller | None:
    """A caller for the command line, as the active team member with this subject; None unless there is exactly one."""
    found = await sign_in(System(database), subject=subject, workspace_id=workspace_id)
    if len(found) != 1:
        return None
    viewer = _viewer(found[0])
    return Caller(viewer, Graph(database, viewer.workspace, viewer.id), clock)


def _viewer(row: SignInRow) -> Viewer:
    return Viewer(row.id, row.workspace, row.permission, row.time_zone, row.currency, row.default_locale, row.secret)


@dataclass
class SignIn:
    """From a token to a viewer. A look-up is kept for ten seconds; `forget` drops them when team members change here."""

    database: Database
    verifier: Verifier
    _kept: dict[str, tuple[float, Viewer]] = field(default_factory=dict)

    async def viewer(self, token: str) -> Viewer:
        """The viewer, or Refused: an unknown subject, a former colleague and a foreign workspace all get the same answer."""
        all_kept = self._kept
        kept = all_kept.get(token)
        if kept and kept[0] > time.time():
            return kept[1]
        claims = await self.verifier.verify(token)
        found = await sign_in(System(self.database), subject=claims.subject, workspace_id=claims.workspace)
        if len(found) != 1:
            raise Refused(f"{len(found)} active team members have this subject")
        viewer = _viewer(found[0])
        if len(all_kept) >= MOST_KEPT:
            all_kept.clear()
        all_kept[token] = (min(time.time() + KEPT_SECONDS, claims.expires_at), viewer)
        return viewer

    def forget(self) -> None:
        """Begin anew: a look-up under way still keeps what it found among the old ones, which nobody reads again."""
        self._kept = {}
