"""The supervisor of `make run`: database, migrations, demo data, web and worker, until stopped."""

import os
import subprocess
import sys
import time
import urllib.request
from contextlib import suppress
from pathlib import Path

from bin.house import banner, keys, port
from bin.house.calls import die_with_parent, run, to_the_end
from bin.house.children import Child, gave_up, watch
from bin.house.database import FOLDER, database, is_empty
from bin.house.parent import asked_to_stop
from bin.house.words import Trouble, say

CLI = [sys.executable, "-m", "server.cli"]
PATIENCE = 60  # seconds until the web must answer


def main() -> None:
    if "MAKELEVEL" in os.environ:
        die_with_parent()  # make cannot be waited for once it is gone
    host, number = port.wanted()
    address = port.public_address(host, number)
    settings = {"JINLIN_PUBLIC_URL": address} | keys.ready(FOLDER) | os.environ
    with database(os.environ.get("DATABASE_URL")) as url:
        environment = settings | {"DATABASE_URL": url}
        prepare(url, environment)
        serve(host, number, environment)


def prepare(url: str, environment: dict) -> None:
    say("· Migrations  数据库结构")
    run([*CLI, "upgrade"], no_upgrade, env=environment)
    if environment.get("JINLIN_DEMO") == "1" and is_empty(url):
        say("· Demo data  演示数据")
        run([*CLI, "seed"], no_seed, env=environment, stdout=subprocess.DEVNULL)


def serve(host: str, number: int, environment: dict) -> None:
    bind = f"{port.bracketed(host)}:{number}"
    gunicorn = [sys.executable, "-m", "gunicorn", "-c", "deploy/gunicorn.conf.py"]
    web = Child("web", [*gunicorn, "--bind", bind, "server.cli:app()"], environment)
    worker = Child("worker", [sys.executable, "-m", "server.worker"], environment)
    stop_is_wanted = asked_to_stop()
    try:
        for child in (web, worker):
            child.log.unlink(missing_ok=True)
            child.start()
        wait_until_ready(web, host, number)
        banner.show(environment)
        watch([web, worker], stop_is_wanted)
    finally:
        say("\nStopping…  正在停止…")
        for child in (web, worker):
            child.stop()


def wait_until_ready(web: Child, host: str, number: int) -> None:
    """Asked directly: a proxy of this machine is none of our business."""
    here = "127.0.0.1" if host in port.EVERYWHERE else host
    direct = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and web.program.poll() is None:
        with suppress(OSError), direct.open(f"http://{port.bracketed(here)}:{number}/readyz"):
            return
        time.sleep(0.2)
    raise gave_up(web)


def no_upgrade() -> Trouble:
    return Trouble(
        "The database could not be brought to the newest migration (see above).",
        "数据库结构没有升级成功（原因见上）。",
    )


def no_seed() -> Trouble:
    return Trouble(
        "The demo data could not be written (see above); the database is still empty. To start "
        "without it: make run JINLIN_DEMO=0",
        "演示数据没有写入（原因见上），数据库仍是空的。不要演示数据：make run JINLIN_DEMO=0",
    )


if __name__ == "__main__":
    Path(".run").mkdir(exist_ok=True)
    sys.exit(to_the_end(main, when_stopped=0))
