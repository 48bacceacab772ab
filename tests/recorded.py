"""Files that tests compare with. RECORD=1 writes them anew; the difference is then read like any other change."""

import os
from pathlib import Path


def same(path: Path, text: str) -> None:
    """The file holds this text."""
    if os.environ.get("RECORD"):
        path.write_text(text, encoding="utf-8")
    held = path.read_text(encoding="utf-8") if path.exists() else ""
    assert held == text, f"{path.name} differs. Where the new one is right: RECORD=1 .venv/bin/python -m pytest tests/{path.parent.name}"
