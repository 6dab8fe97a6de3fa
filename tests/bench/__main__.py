"""The run: servers take turns in short slices; a table and results.json come of it."""

import os
import tempfile
from pathlib import Path

from tests.bench import scans, servers
from tests.bench.table import write


def main() -> None:
    os.environ.update(servers.KEYS)
    with tempfile.TemporaryDirectory() as folder:
        results = scans.measure(Path(folder))
    write(results)


if __name__ == "__main__":
    main()
