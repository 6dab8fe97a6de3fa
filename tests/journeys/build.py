"""The client's H5 build: made when there is none, or when its sources are newer."""

import subprocess
import sys
from pathlib import Path

from bin.house import node
from bin.house.client import HOME, LOCK, SOURCES
from bin.house.stamps import files_of

BUILT = (HOME / "dist/build/h5").resolve()  # settings take folders whole


def h5_build() -> Path:
    if stale():
        sys.stderr.write("\nThe client changed since its last build: building H5 …\n")
        made = subprocess.run(
            ["npm", "run", "build:h5"],
            cwd=HOME,
            env=node.environment(),
            capture_output=True,
            text=True,
        )
        assert made.returncode == 0, f"{made.stdout[-2000:]}\n{made.stderr[-2000:]}"
    return BUILT


def stale() -> bool:
    page = BUILT / "index.html"
    if not page.is_file():
        return True
    newest = max(file.stat().st_mtime for path in (LOCK, *SOURCES) for file in files_of(path))
    return newest > page.stat().st_mtime
