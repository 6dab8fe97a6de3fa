"""The servers of a bench: ours and the floor, under the same gunicorn with the same settings."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

KEYS = {
    "JINLIN_ENV": "production",
    "JINLIN_SECRET": "a secret that is only good for a bench run",
    "JINLIN_DATA_KEY": "a data key that is only good for a bench run",
    "JINLIN_LOOKUP_KEY": "a lookup key that is only good for a bench run",
}
OURS, FLOOR = "server.cli:app()", "tests.bench.floor:app()"


@contextmanager
def serving(program: str, database: str, folder) -> Iterator[int]:
    """The port on which it answers. Ended by pid."""
    port = _free_port()
    known = {**os.environ, **KEYS, "DATABASE_URL": database, "BIND": f"127.0.0.1:{port}"}
    command = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py", program]
    with open(folder / f"{port}.log", "wb") as log:
        server = subprocess.Popen(command, env=known, stdout=log, stderr=log)
        try:
            _wait(port, server)
            yield port
        finally:
            server.terminate()
            server.wait(20)


def _wait(port: int, server: subprocess.Popen) -> None:
    for _ in range(200):
        if server.poll() is not None:
            raise SystemExit("A server of the bench ended before it answered.")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise SystemExit("A server of the bench did not answer.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
