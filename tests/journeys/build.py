"""The client's builds: made when there is none, or when its sources are newer."""

import subprocess
import sys
from pathlib import Path

from bin.house import node
from bin.house.client import BUILDS, HOME, LOCK, SOURCES
from bin.house.stamps import files_of


def h5_build() -> Path:
    return _built("h5")


def mp_build() -> Path:
    """Of WeChat's mini-program."""
    return _built("mp")


def _built(kind: str) -> Path:
    page = (HOME / BUILDS[kind]).resolve()  # settings take folders whole
    if _stale(page):
        sys.stderr.write(f"\nThe client changed since its last build: building {kind} …\n")
        made = subprocess.run(
            ["npm", "run", f"build:{kind}"],
            cwd=HOME,
            env=node.environment(),
            capture_output=True,
            text=True,
        )
        assert made.returncode == 0, f"{made.stdout[-2000:]}\n{made.stderr[-2000:]}"
    return page.parent


def _stale(page: Path) -> bool:
    if not page.is_file():
        return True
    newest = max(file.stat().st_mtime for path in (LOCK, *SOURCES) for file in files_of(path))
    return newest > page.stat().st_mtime
