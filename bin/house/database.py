"""The embedded PostgreSQL: started, joined when an earlier run left it, repaired when half made."""

import errno
import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
from sqlalchemy import make_url

from bin.house.words import Trouble, say
from server.core import postgres

FOLDER = Path(".run/pg")
WHOLE = "jinlin-whole"  # in the folder once the server has started for the first time
ANYTHING = "SELECT EXISTS (SELECT FROM areas)"


@contextmanager
def database(given: str | None) -> Iterator[str]:
    """The address: of the one that was named, or of our own, which is stopped in the end."""
    if given:
        check(given)
        yield given
        return
    say("· PostgreSQL")
    set_aside_half(FOLDER)
    forget_stale_lock(FOLDER / "postmaster.pid")
    server = start()
    try:
        yield postgres.address(server)
    finally:
        server.stop()


def start():
    os.environ["XDG_RUNTIME_DIR"] = str(own_folder())
    try:
        server = postgres.start(FOLDER, cleanup_mode=None)  # it is ours to stop, and once
    except Exception as error:
        raise no_start(error) from error
    (FOLDER / WHOLE).touch()
    return server


def own_folder() -> Path:
    """For the wheel's lock, which would else be one file for all users of the machine, and for the
    socket where our own path is too long for one."""
    folder = Path(tempfile.gettempdir()) / f"jinlin-{os.getuid()}"
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.lstat().st_uid != os.getuid():
        raise PermissionError(errno.EACCES, "it belongs to somebody else", str(folder))
    folder.chmod(0o700)  # or it is not taken for a runtime folder
    (folder / "python_PostgresServer").mkdir(exist_ok=True)
    return folder


def set_aside_half(folder: Path) -> None:
    """A run that was cut short while making it left no data; it is kept all the same."""
    if folder.exists() and not (folder / WHOLE).exists():
        folder.rename(folder.with_name(f"{folder.name}.half-{int(time.time())}"))


def forget_stale_lock(lock: Path) -> None:
    """After a power cut the number in it may be another program's by now."""
    if lock.exists() and not is_postgres(lock.read_text().partition("\n")[0]):
        lock.unlink()


def is_postgres(pid: str) -> bool:
    program = Path("/proc") / pid / "comm"
    return pid.isdigit() and program.exists() and program.read_text().strip() == "postgres"


def check(url: str) -> None:
    try:
        connect(url).close()
    except Exception as error:
        reason = str(error).strip().splitlines()[0]
        raise Trouble(
            f"The database of DATABASE_URL does not answer: {reason}",
            "DATABASE_URL 指定的数据库连不上，请检查地址、用户名、密码，"
            "以及 PostgreSQL 是否已启动。",
        ) from None


def connect(url: str) -> psycopg.Connection:
    named = make_url(url)
    _, where = named.get_dialect()().create_connect_args(named)
    return psycopg.connect(**{"connect_timeout": 5, **where})


def is_empty(url: str) -> bool:
    with connect(url) as connection:
        return not connection.execute(ANYTHING).fetchone()[0]


def no_start(error: Exception) -> Trouble:
    log = FOLDER / "log"
    said = log.read_text(errors="replace").splitlines()[-5:] if os.access(log, os.R_OK) else []
    return Trouble(
        f"PostgreSQL did not start ({type(error).__name__}). {' / '.join(said)} See {log}; with a "
        "server of your own: make run DATABASE_URL=postgresql+psycopg://…",
        f"PostgreSQL 没有启动，原因见 {log}；也可以用自己的数据库："
        "make run DATABASE_URL=postgresql+psycopg://…",
    )
