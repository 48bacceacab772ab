"""Does a server answer? And the change of its first password. Starting it is `process`."""

import socket

from neo4j import Driver, GraphDatabase
from neo4j.exceptions import AuthError, DriverError, Neo4jError

from cypher.server.errors import StartError
from cypher.server.home import LOOPBACK

USER = "neo4j"
FIRST_PASSWORD = "neo4j"


def uri(port: int) -> str:
    return f"bolt://{LOOPBACK}:{port}"


def answers(port: int, password: str) -> bool:
    """Whether a statement runs; sets the password first where the server still has the one it was born with."""
    if not listens(port):
        return False
    try:
        return _logged_in(port, password)
    except (DriverError, Neo4jError):
        return False  # the listener comes up before the databases do


def listens(port: int) -> bool:
    try:
        socket.create_connection((LOOPBACK, port), timeout=1).close()
    except OSError:
        return False
    return True


def _logged_in(port: int, password: str) -> bool:
    try:
        _run(port, password, "neo4j", "RETURN 1")
    except AuthError:
        _set_password(port, password)
        _run(port, password, "neo4j", "RETURN 1")
    return True


def _set_password(port: int, password: str) -> None:
    statement = "ALTER CURRENT USER SET PASSWORD FROM $old TO $new"
    try:
        _run(port, FIRST_PASSWORD, "system", statement, old=FIRST_PASSWORD, new=password)
    except AuthError as error:
        raise StartError(
            f"The Neo4j at {uri(port)} refuses the password in server.json of its data folder: somebody changed it. "
            "Put the right one there, or set the data folder aside and start with a new one."
        ) from error


def _run(port: int, password: str, database: str, statement: str, **parameters: str) -> None:
    with _driver(port, password) as driver, driver.session(database=database) as session:
        session.run(statement, parameters).consume()


def _driver(port: int, password: str) -> Driver:
    return GraphDatabase.driver(uri(port), auth=(USER, password), connection_timeout=2, telemetry_disabled=True)
