"""The command line: `dmu serve|migrate|demo|token`, `import adventureworks|csv`, `workspace create|purge`, `db start|stop|status`."""

import asyncio
import errno
import os
import signal
import socket
import sys
from collections.abc import Awaitable, Callable, Iterator
from contextlib import closing, contextmanager
from datetime import timedelta
from pathlib import Path
from typing import Annotated, NoReturn, TypeVar

import typer
import uvicorn
from pydantic import ValidationError
from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from cypher import server
from cypher.errors import GraphError, NoSuchDatabase, NotAdmitted, Unavailable
from cypher.graph import Database, System
from cypher.migrations import migrate as run_migrations
from cypher.system import ready
from cypher.system import workspaces as list_workspaces
from service import demo, workspaces
from service.auth import Refused, issue
from service.http.server import BoundedHead
from service.importing import adventureworks, csvs, loading, mapping
from service.importing.report import reporting
from service.importing.shelf import Shelf
from service.importing.tables import ImportFailed, Unusable
from service.settings import Settings, sentences
from service.stamp import Clock
from service.viewer import Caller, caller_as

T = TypeVar("T")

app = typer.Typer(
    help="Who really decides at a customer: the service and its database.", no_args_is_help=True, pretty_exceptions_enable=False
)
db = typer.Typer(help="The Neo4j of our own, where NEO4J_URI names no other.", no_args_is_help=True)
workspace = typer.Typer(help="Workspaces: the tenants.", no_args_is_help=True)
app.add_typer(db, name="db")
importing = typer.Typer(help="Bring data in from elsewhere; safe to repeat.", no_args_is_help=True)
app.add_typer(workspace, name="workspace")
app.add_typer(importing, name="import")
out = Console()
LONGEST_HOURS = 8760


@contextmanager
def reachable(settings: Settings) -> Iterator[Settings]:
    """Settings that name a running database: the one of the environment, else our own, which ends with this command."""
    if settings.neo4j_uri:
        yield settings
        return
    with server.running(settings.own_folder() / "neo4j", line=settings.neo4j_line, repository=settings.repository) as own:
        os.environ |= {"NEO4J_URI": own.uri, "NEO4J_USER": own.user, "NEO4J_PASSWORD": own.password}
        yield Settings()


def connect(settings: Settings) -> Database:
    return Database.connect(
        settings.neo4j_uri or "", settings.neo4j_user, settings.neo4j_password.get_secret_value(), settings.neo4j_database
    )


@app.command()
def serve(
    host: Annotated[str | None, typer.Option(help="Where to listen; without configured sign-in only loopback.")] = None,
    port: Annotated[int | None, typer.Option(help="On which port.", min=1, max=65_535)] = None,
) -> None:
    """Serve the API, after migrating; a fresh development database gets a workspace to try."""
    settings = Settings()
    host, port = host or settings.host, port or settings.port
    if not settings.signs_in and host not in ("127.0.0.1", "localhost", "::1"):
        out.print("Nobody is configured to sign in, so the service listens on loopback only. Set DMU_JWT_SECRET or DMU_JWKS_URL first.")
        raise typer.Exit(2)
    settings.auth(None if settings.signs_in else settings.development_secret())
    settings.trusted()
    _free(host, port)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    with reachable(settings) as reached:
        asyncio.run(_with(reached, lambda database: prepare(database, seed=not settings.signs_in, own=not settings.neo4j_uri)))
        address = f"http://{host}:{port}/graphql"
        told = "Serving" if settings.signs_in else "The first query is filled in: open"
        out.print(f"{told} [link={address}]{address}[/link] Ctrl-C stops everything.", soft_wrap=True)
        uvicorn.run(
            "service.app:from_environment",
            factory=True,
            host=host,
            port=port,
            workers=settings.workers,
            log_level="warning",
            http=BoundedHead,
            timeout_graceful_shutdown=1,
        )


def _free(host: str, port: int) -> None:
    """Find out whether one can listen there, before a database is started for it."""
    try:
        socket.create_server((host, port), family=socket.AF_INET6 if ":" in host else socket.AF_INET).close()
    except OSError as error:
        why = "something else listens there already" if error.errno == errno.EADDRINUSE else error.strerror
        raise ValueError(f"Can't listen on {host}, port {port}: {why}. Choose another by --port or --host.") from None


async def prepare(database: Database, *, seed: bool, own: bool) -> None:
    """Migrate; make the demo where it is missing, but never beside the workspaces of a database that isn't ours."""
    await run_migrations(database)
    there = {one.id for one in await list_workspaces(System(database))} if seed else set()
    if seed and (not there or (own and demo.WORKSPACE not in there)):
        await demo.fill(database, Clock())


@app.command()
def migrate() -> None:
    """Bring the database to this program's shape; safe to repeat."""
    with reachable(Settings()) as settings:
        ran = asyncio.run(_with(settings, run_migrations))
    out.print("\n".join(f"{one.number}: {one.name}" for one in ran) or "Nothing to do: the database is up to date.")


async def _with(settings: Settings, work: Callable[[Database], Awaitable[T]]) -> T:
    database = connect(settings)
    try:
        await ready(System(database))  # without the patience of a write, which is tried again for 15 s
        return await work(database)
    except Unavailable:
        raise GraphError(f"No database answers at {settings.neo4j_uri}. See whether it runs, and whether NEO4J_URI names it.") from None
    except NotAdmitted:
        said = "The database refuses the user or the password. Set NEO4J_USER and NEO4J_PASSWORD to what it knows."
        raise GraphError(said) from None
    except NoSuchDatabase:
        raise GraphError(f"The server has no database {settings.neo4j_database}. Set NEO4J_DATABASE to one that it has.") from None
    finally:
        await database.close()


@app.command("demo")
def fill_demo() -> None:
    """Make the demo workspace, invented and the same every time; safe to repeat."""

    async def work(database: Database) -> str:
        await run_migrations(database)
        return await demo.fill(database, Clock())

    with reachable(Settings()) as settings:
        out.print(f"Workspace {asyncio.run(_with(settings, work))} is filled; sign in as {demo.SUBJECT}.")


@importing.command("adventureworks")
def import_adventureworks(
    workspace_id: Annotated[str | None, typer.Option("--workspace", help="Needed where the subject belongs to several.")] = None,
    subject: Annotated[str, typer.Option("--as", help="The subject of the administrator who imports.")] = demo.SUBJECT,
    folder: Annotated[Path, typer.Option(help="Where the four CSV files are.")] = adventureworks.FOLDER,
) -> None:
    """Import Microsoft's sample company with its stores, vendors, contacts and employees."""
    sample = adventureworks.read(folder)

    async def work(database: Database) -> list[Unusable]:
        caller = await _importer(database, subject, workspace_id)
        with Progress(console=out) as progress:
            task = progress.add_task("Importing", total=loading.steps(sample))
            return await loading.load(caller, sample, lambda count: progress.advance(task, count))

    with reachable(Settings()) as settings:
        _list(asyncio.run(_with(settings, work)))


@importing.command("csv")
def import_csv(
    named: Annotated[str, typer.Option("--map", help="A mapping file, or salesforce, hubspot or pipedrive.")],
    folder: Annotated[Path, typer.Option(help="Where the files are that the mapping names.")] = Path(),
    workspace_id: Annotated[str | None, typer.Option("--workspace", help="Needed where the subject belongs to several.")] = None,
    subject: Annotated[str, typer.Option("--as", help="The subject of the team member who imports.")] = demo.SUBJECT,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Judge every line, and write nothing.")] = False,
    report: Annotated[Path | None, typer.Option(help="A CSV file for all lines that are refused; the first are shown anyway.")] = None,
) -> None:
    """Import CSV files of any system by a mapping; safe to repeat."""
    told = mapping.read(named)

    async def work(database: Database) -> csvs.Tally:
        caller = await _importer(database, subject, workspace_id)
        with Progress(console=out) as progress, closing(Shelf()) as shelf:
            task = progress.add_task("Reading", total=None)
            csvs.read(told, folder, shelf, refused.refuse, lambda count: progress.advance(task, count), caller.clock.now())
            task = progress.add_task("Judging" if dry_run else "Writing", total=shelf.count)
            return await csvs.load(caller, told, shelf, refused.refuse, lambda count: progress.advance(task, count), dry_run=dry_run)

    with reporting(report) as refused, reachable(Settings()) as settings:
        tally = asyncio.run(_with(settings, work))
        said = "It would be" if dry_run else "It is"
        out.print(f"{said}: {tally.created} created, {tally.updated} updated, {tally.unchanged} unchanged, {refused.count} refused.")
        if refused.count:
            _list(refused.first, refused.count, "would be" if dry_run else "are")


async def _importer(database: Database, subject: str, workspace_id: str | None) -> Caller:
    await run_migrations(database)
    caller = await caller_as(database, Clock(), subject, workspace_id)
    if caller is None:
        raise ImportFailed(f"Nobody active has the subject {subject} there, or in several workspaces. Name --as and --workspace.")
    return caller


def _list(unusable: list[Unusable], count: int | None = None, others: str = "are") -> None:
    """Tell which lines were left out, and why."""
    if not unusable:
        out.print("Everything is imported.")
        return
    table = Table("file", "line", "column", "reason", title=f"{count or len(unusable)} lines can't be used; all others {others} imported.")
    for one in unusable:
        table.add_row(one.file, str(one.line), one.column, one.reason)
    out.print(table)


def _span(hours: float) -> float:
    if not 0 < hours <= LONGEST_HOURS:
        raise typer.BadParameter(f"It must be more than 0 and at most {LONGEST_HOURS} hours, a year.")
    return hours


@app.command()
def token(
    subject: Annotated[str, typer.Argument(help="The team member's subject.")] = demo.SUBJECT,
    workspace_id: Annotated[str | None, typer.Option("--workspace", help="Needed where the subject belongs to several.")] = None,
    hours: Annotated[float, typer.Option(help="How long it is valid.", callback=_span)] = 12,
) -> None:
    """Print a token for development, signed with the HS256 secret."""
    settings = Settings()
    secret = None if settings.signs_in else settings.development_secret()
    sys.stdout.write(issue(settings.auth(secret), subject, workspace_id, timedelta(hours=hours)) + "\n")


@workspace.command("create")
def workspace_create(
    name: Annotated[str, typer.Argument(help="Its name.")],
    subject: Annotated[str, typer.Option("--admin", help="The first administrator's subject.")],
    currency: Annotated[str, typer.Option(help="ISO 4217.")] = "EUR",
    time_zone: Annotated[str, typer.Option(help="IANA name.")] = "Etc/UTC",
) -> None:
    """Make a workspace with its first administrator and a copy of all built-in processes."""

    async def work(database: Database) -> str:
        await run_migrations(database)
        return await workspaces.create(database, Clock(), name=name, subject=subject, currency=currency, time_zone=time_zone)

    with reachable(Settings()) as settings:
        sys.stdout.write(f"{asyncio.run(_with(settings, work))}\n")


@workspace.command("purge")
def workspace_purge(
    id_: Annotated[str, typer.Argument(metavar="ID", help="The workspace's id.")],
    yes: Annotated[bool, typer.Option("--yes", help="Don't ask.")] = False,
) -> None:
    """Remove a workspace and all that belongs to it. It can't be undone; cut short, it can be repeated."""

    async def work(database: Database) -> int:
        found = await workspaces.find(database, id_)
        if found is None:
            raise ValueError(f"There is no workspace {id_} here. The id is what `dmu workspace create` printed.")
        if not yes:
            typer.confirm(f"Remove the workspace “{found.name}” ({id_}) with everything in it, for good?", abort=True)
        return await workspaces.remove(database, id_)

    with reachable(Settings()) as settings:
        out.print(f"{asyncio.run(_with(settings, work))} nodes removed.")


@db.command()
def start() -> None:
    """Start our own Neo4j in the background; it stays until `dmu db stop`."""
    settings = Settings()
    _show(server.start(settings.own_folder() / "neo4j", line=settings.neo4j_line, detached=True, repository=settings.repository))


@db.command()
def stop() -> None:
    """Stop our own Neo4j, also one that `dmu serve` started: that answers 503 until it is started again, so end it first."""
    out.print("Stopped." if server.stop(Settings().folder / "neo4j") else "None was running.")


@db.command()
def status() -> None:
    """Tell whether our own Neo4j runs, and how to reach it."""
    found = server.status(Settings().folder / "neo4j")
    if found is None:
        out.print("Not running. `dmu db start` starts it.")
        raise typer.Exit(1)
    _show(found)


def _show(found: server.Server) -> None:
    table = Table(show_header=False)
    for name, value in (
        ("uri", found.uri),
        ("user", found.user),
        ("password", f"in {found.folder}"),
        ("process", str(found.pid)),
        ("line", found.line),
    ):
        table.add_row(name, value)
    out.print(table)


def main() -> None:
    """What the command `dmu` runs: errors that a person can cause are told in a sentence."""
    try:
        app()
    except ValidationError as error:
        _fail(sentences(error))
    except Refused as error:
        _fail(f"No service would accept this token: {error.reason}.")
    except OSError as error:
        _fail(f"{error.filename or 'The system'}: {error.strerror or error}.")
    except (server.ServerError, GraphError, demo.DemoFailed, ValueError) as error:
        _fail(str(error))


def _fail(said: str) -> NoReturn:
    Console(stderr=True).print(said, style="red", markup=False, highlight=False, soft_wrap=True)
    sys.exit(1)


if __name__ == "__main__":
    main()
