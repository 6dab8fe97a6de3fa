"""`make build`: what a server needs beside its own PostgreSQL. `make run` does it by itself."""

import sys
from pathlib import Path

from bin.house import client, node, venv
from bin.house.calls import to_the_end
from bin.house.words import say


def main() -> None:
    venv.ready(Path("requirements.lock"))
    environment = node.environment()
    client.install(environment)
    say(f"✓ {client.build('h5', environment)}/")


if __name__ == "__main__":
    sys.exit(to_the_end(main))
