"""Runs a tool of the virtual environment, which is made first: `bin.tool ruff check`."""

import sys
from pathlib import Path

from bin.house import venv
from bin.house.calls import run, to_the_end

DEV = Path("requirements-dev.lock")


def main() -> int:
    name, *arguments = sys.argv[1:]
    return run([venv.ready(DEV).with_name(name), *arguments])


if __name__ == "__main__":
    sys.exit(to_the_end(main))
