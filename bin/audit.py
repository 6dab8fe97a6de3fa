"""`make audit`: replays all points, of the database in this folder or of DATABASE_URL."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from bin.house import keys
from bin.house.calls import run, to_the_end
from bin.house.database import FOLDER, WHOLE, check, database, is_postgres, start
from bin.house.words import Trouble
from server.core import postgres

AUDIT = [sys.executable, "-m", "server.cli", "audit-points"]


def main() -> int:
    with reached(os.environ.get("DATABASE_URL")) as url:
        settings = keys.ready(FOLDER) | os.environ | {"DATABASE_URL": url}
        return run(AUDIT, env=settings)


@contextmanager
def reached(given: str | None) -> Iterator[str]:
    """A server that runs already is joined and left running."""
    if given:
        check(given)
        yield given
    elif not (FOLDER / WHOLE).exists():
        raise Trouble("There is no database here yet: make run", "这里还没有数据库：make run")
    elif runs():
        yield postgres.address(start())
    else:
        with database(None) as url:
            yield url


def runs() -> bool:
    lock = FOLDER / "postmaster.pid"
    return lock.exists() and is_postgres(lock.read_text().partition("\n")[0])


if __name__ == "__main__":
    sys.exit(to_the_end(main))
