"""What can go wrong between us and the database, and the one place that maps the driver's exceptions.

GraphError                 a fault of the database or of our statement
├── Unavailable            no server answered, or it went away
├── TimedOut               the server stopped the statement at its time limit
├── Busy                   deadlocks or leader changes outlasted the retries
├── ConstraintBroken       somebody else was first: a uniqueness constraint refused the write, or what it is about is gone
└── NewerDatabase          its migrations are newer than this program
"""

from collections.abc import Iterator
from contextlib import contextmanager

from neo4j.exceptions import AuthError, ConstraintError, DriverError, Neo4jError, TransientError


class GraphError(Exception):
    """The database could not do what was asked."""


class Unavailable(GraphError):
    """No server answered."""


class TimedOut(GraphError):
    """The statement ran longer than its limit."""


class Busy(GraphError):
    """Other writers kept getting in the way, retries included."""


class ConstraintBroken(GraphError):
    """Another writer has just made what may exist only once, or taken away what this write is about."""


class NotAdmitted(GraphError):
    """The server refuses the user or the password."""


class NoSuchDatabase(GraphError):
    """The server has no database of this name."""


class NewerDatabase(GraphError):
    """The database was written by a newer version of this program."""


def _translate(error: Exception) -> GraphError:
    code = getattr(error, "code", None) or ""
    if isinstance(error, ConstraintError) or "EntityNotFound" in code:
        return ConstraintBroken(str(error))
    if isinstance(error, AuthError):
        return NotAdmitted(str(error))
    if "TransactionTimedOut" in code:
        return TimedOut("The statement ran into its time limit.")
    if "DatabaseNotFound" in code:
        return NoSuchDatabase(str(error))
    if isinstance(error, TransientError):
        return Busy(str(error))
    return (Unavailable if isinstance(error, DriverError) else GraphError)(str(error))


@contextmanager
def mapped() -> Iterator[None]:
    """Let only errors of this module out."""
    try:
        yield
    except (Neo4jError, DriverError, OSError) as error:
        raise _translate(error) from error
