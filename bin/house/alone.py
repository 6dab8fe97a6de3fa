"""One run at a time in this folder."""

import fcntl
import os
from pathlib import Path

from bin.house.words import Trouble

LOCK = Path(".run/lock")


def take_turn() -> int:
    """Held until the last program that has it ends, however it ends. It survives exec."""
    LOCK.parent.mkdir(exist_ok=True)
    held = os.open(LOCK, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        who = os.read(held, 20).decode() or "?"
        raise Trouble(
            f"近邻 runs already in this folder (pid {who}). Open it, or end that one first.",
            f"近邻已经在这个文件夹里运行（进程 {who}）。请直接打开，或先停止它。",
        ) from None
    os.truncate(held, 0)
    os.write(held, str(os.getpid()).encode())
    os.set_inheritable(held, True)
    return held
