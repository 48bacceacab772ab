"""Installs Neo4j's linter by its lock file, with the Node that also builds the explorer."""

import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
sys.path.append(str(HERE.parents[2] / "web"))

from build import machine_node, pypi_node  # noqa: E402 - web/ is no package


def node() -> tuple[str, tuple[str, ...]]:
    """Node's program and the command that runs its npm. The linter declares Node 24; from 20.19 on it works as well."""
    found = machine_node() or pypi_node()
    return found.program, found.npm


if __name__ == "__main__":
    sys.exit(subprocess.run((*node()[1], "ci", "--include=dev", "--ignore-scripts"), cwd=HERE, check=False).returncode)
