"""A real Neo4j on this machine, without Docker: fetched, started, found, stopped. Not needed with a `NEO4J_URI`."""

from cypher.server.errors import DownloadError, HashError, ServerError, StartError
from cypher.server.process import Server, running, start, status, stop

__all__ = ["DownloadError", "HashError", "Server", "ServerError", "StartError", "running", "start", "status", "stop"]
