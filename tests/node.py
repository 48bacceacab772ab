"""The JavaScript that tests run (clients of the service, linters): installs it by its lock file, starts it with the explorer's Node."""

import subprocess
import sys
from functools import lru_cache
from pathlib import Path

HERE = Path(__file__).parent
MODULES = HERE / "node_modules"
sys.path.append(str(HERE.parent / "web"))

from build import Node, machine_node, pypi_node  # noqa: E402 - web/ is no package


@lru_cache(maxsize=1)
def node() -> Node:
    """Node's program and the command that runs its npm. Some packages declare Node 22 or 24; from 20.19 on they work as well."""
    return machine_node() or pypi_node()


if __name__ == "__main__":
    sys.exit(subprocess.run((*node().npm, "ci", "--include=dev", "--ignore-scripts"), cwd=HERE, check=False).returncode)
