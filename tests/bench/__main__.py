"""The run: servers take turns in short slices; a table and results.json come of it."""

import os
import tempfile
from pathlib import Path

from server.core import postgres
from tests.bench import orders, pages, scans, servers, statements
from tests.bench.table import write


def main() -> None:
    os.environ.update(servers.KEYS)
    with tempfile.TemporaryDirectory() as folder:
        server = postgres.start(Path(folder) / "postgres", cleanup_mode="delete")
        try:
            address = postgres.address(server)
            results = scans.measure(address, Path(folder))
            results |= orders.measure(address, Path(folder))
            results |= pages.measure(address, Path(folder))
            results |= statements.measure(address, Path(folder))
        finally:
            server.cleanup()
    write(results)


if __name__ == "__main__":
    main()
