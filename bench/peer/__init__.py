"""The peer: @neo4j/graphql behind yoga or Apollo Server. Installs it from npm with the machine's Node, else with PyPI's."""

import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from web.build import machine_node, pypi_node

ROOM = Path(__file__).parent
SERVER, HITS = ROOM / "server.js", ROOM / "hits.js"
KINDS = ("yoga", "apollo")


@dataclass(frozen=True)
class Peer:
    """The Node that runs it, and what its processes find in their environment."""

    node: str
    environment: dict[str, str]

    def command(self, kind: str, port: int, processes: int) -> list[str]:
        return [self.node, str(SERVER), kind, str(port), str(processes)]


def peer(environment: dict[str, str]) -> Peer:
    """The peer in an environment that names the database and the secret of tokens."""
    node = machine_node() or pypi_node()
    return Peer(node.program, os.environ | environment | {"NODE_ENV": "production"})


def install() -> None:
    """Put into node_modules what package-lock.json lists, by hash; no package here needs a script at installation."""
    node = machine_node() or pypi_node()
    path = os.pathsep.join((str(Path(node.program).parent), os.environ.get("PATH", os.defpath)))
    done = subprocess.run((*node.npm, "ci", "--ignore-scripts", "--silent"), cwd=ROOM, env=os.environ | {"PATH": path}, check=False)
    if done.returncode:
        sys.exit("npm could not install the peer (its words are above). Check the network or the proxy, then run `make bench` again.")
