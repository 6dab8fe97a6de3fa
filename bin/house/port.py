"""The address: is it free, and if not, who has it."""

import errno
import os
import socket
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from bin.house.words import Trouble

EVERYWHERE = {"0.0.0.0", "::"}
LISTENING = "0A"


def wanted(environ: Mapping[str, str] = os.environ) -> tuple[str, int]:
    """HOST and PORT, or this machine alone at 8000."""
    host, port = environ.get("HOST") or "127.0.0.1", environ.get("PORT") or "8000"
    if not (port.isascii() and port.isdigit() and 0 < int(port) < 65536):
        raise Trouble(
            f"PORT={port} is no port. Choose a number from 1024 to 65535: make run PORT=8001",
            f"PORT={port} 不是端口号。请用 1024 到 65535 之间的数字：make run PORT=8001",
        )
    return host, int(port)


def check(host: str, port: int) -> None:
    """Somebody else's port is found out before anything is built."""
    try:
        kind, _, _, _, where = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0]
        with socket.socket(kind, socket.SOCK_STREAM) as door:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(where)
            door.listen()
    except OSError as error:
        raise why(error, host, port) from None


def why(error: OSError, host: str, port: int) -> Trouble:
    if error.errno == errno.EADDRINUSE:
        who, next_port = who_listens(port), port + 1
        return Trouble(
            f"Port {port} is taken by {who}. Stop it, or choose another: make run PORT={next_port}",
            f"端口 {port} 已被 {who} 占用。请停止它，或换一个端口：make run PORT={next_port}",
        )
    if error.errno == errno.EACCES:
        return Trouble(
            f"Only root may use port {port}. Choose one above 1023: make run PORT=8000",
            f"端口 {port} 只有 root 能用。请换一个大于 1023 的端口：make run PORT=8000",
        )
    return Trouble(
        f"HOST={host} is no address of this machine ({error.strerror}). Try HOST=0.0.0.0",
        f"HOST={host} 不是这台机器的地址。请用 HOST=0.0.0.0",
    )


def who_listens(port: int) -> str:
    """ "gunicorn (pid 4711)", as far as we are allowed to see."""
    sockets = {f"socket:[{inode}]" for inode in listening(port)}
    for program in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            if any(os.readlink(link) in sockets for link in (program / "fd").iterdir()):
                return f"{(program / 'comm').read_text().strip()} (pid {program.name})"
    return "another program"


def listening(port: int) -> list[str]:
    """The inodes of the sockets that listen there."""
    found = []
    for table in (Path("/proc/net/tcp"), Path("/proc/net/tcp6")):
        rows = table.read_text().splitlines()[1:] if table.exists() else []
        for local, _, state, *rest in (row.split()[1:] for row in rows):
            if state == LISTENING and int(local.rpartition(":")[2], 16) == port:
                found.append(rest[5])
    return found


def public_address(host: str, port: int) -> str:
    """What a telephone in the same network can open."""
    shown = lan_address() if host in EVERYWHERE else host
    return f"http://{bracketed(shown)}:{port}"


def bracketed(host: str) -> str:
    return f"[{host}]" if ":" in host else host


def lan_address() -> str:
    """Ours on the way out; nothing is sent."""
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as way_out:
        try:
            way_out.connect(("192.0.2.1", 9))
        except OSError:
            return "127.0.0.1"
        return way_out.getsockname()[0]
