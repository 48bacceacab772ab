"""Migrations: numbered, recorded in the graph, safe when two processes start at once, refused where the graph is newer.

To add one, append to MIGRATIONS; what has been released is never edited. Every migration may run again from its start, because a
crash can leave it half done: schema commands say IF NOT EXISTS, data moves select only what still has to move.
"""

from collections.abc import Callable
from dataclasses import dataclass

from neo4j import AsyncManagedTransaction, AsyncSession

from cypher.errors import NewerDatabase, mapped
from cypher.graph import Database
from cypher.model import constraints, indexes


@dataclass(frozen=True)
class Migration:
    """A step from one shape of the graph to the next: its statements run one by one, each in its own transaction."""

    number: int
    name: str
    statements: Callable[[], list[str]]


SHOWN_POSTS = """
MATCH (p:Person)-[w:WORKS_AT]->(a) WHERE w.openKey IS NOT NULL AND p.employerId IS NULL
SET p.title = w.title, p.department = w.department, p.seniority = w.seniority, p.employerId = a.id
"""

PLAYED_ROLES = """
MATCH (m:Member) WHERE m.roleIds IS NULL
CALL (m) {
  OPTIONAL MATCH (m)-[:PLAYS]->(r) WHERE r.until IS NULL
  WITH m, r ORDER BY r.role
  WITH m, collect(r.role) AS roles, collect(r.id) AS ids, collect(r.certainty) AS certainties
  SET m.roles = roles, m.roleIds = ids, m.roleCertainties = certainties
}
"""

SECRETS = "MATCH (w:Workspace) WHERE w.secret IS NULL SET w.secret = randomUUID() + randomUUID()"

MIGRATIONS = [
    Migration(1, "the first graph: uniqueness, indexes, full-text index", lambda: [*constraints(), *indexes()]),
    Migration(2, "people show their post, members their roles", lambda: [SHOWN_POSTS, PLAYED_ROLES]),
    Migration(3, "what customers say and do", lambda: [*constraints(), *indexes()]),
    Migration(4, "hidden things keep their ids", lambda: [*constraints(), *indexes()]),
    Migration(5, "what somebody puts off", lambda: [*constraints(), *indexes()]),
    Migration(6, "lists of deals of one status; a secret of each workspace", lambda: [*constraints(), *indexes(), SECRETS]),
    Migration(7, "names, addresses and titles are found by their words", lambda: [*indexes(), "DROP INDEX names IF EXISTS"]),
    Migration(8, "what is left of those who were merged", lambda: [*constraints(), *indexes()]),
]


async def migrate(database: Database) -> list[Migration]:
    """Bring the graph to this program's shape; gives the migrations that ran. A second process waits for the first.

    Raises NewerDatabase where the graph already holds a migration that this program does not know.
    """
    with mapped():
        async with database.session("WRITE") as holder:
            await _apply(holder, "CREATE CONSTRAINT migrations_one IF NOT EXISTS FOR (n:Migrations) REQUIRE n.one IS UNIQUE")
            async with await holder.begin_transaction() as lock:
                result = await lock.run("MERGE (m:Migrations {one: true}) SET m.lock = true RETURN coalesce(m.number, 0)")
                record = await result.single(strict=True)
                pending = _pending(record[0])
                for migration in pending:
                    await _run(database, migration)
                await (await lock.run("MATCH (m:Migrations) SET m.number = $number", number=MIGRATIONS[-1].number)).consume()
                await lock.commit()
    return pending


def _pending(number: int) -> list[Migration]:
    if number > MIGRATIONS[-1].number:
        raise NewerDatabase(
            f"The database is at migration {number}, this program knows {MIGRATIONS[-1].number}: "
            "run a newer version of the service, or restore an older copy of the data."
        )
    return [migration for migration in MIGRATIONS if migration.number > number]


async def _run(database: Database, migration: Migration) -> None:
    async with database.session("WRITE") as session:
        for statement in migration.statements():
            await _apply(session, statement)
        await (await session.run("CALL db.awaitIndexes(300)")).consume()


async def _apply(session: AsyncSession, statement: str) -> None:
    """A managed transaction, because two schema commands at once may deadlock, which the driver tries again."""

    async def once(transaction: AsyncManagedTransaction) -> None:
        await (await transaction.run(statement)).consume()

    await session.execute_write(once)
