"""Being asked to stop in ways that no signal tells the supervisor."""

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path

STOPPING = {signal.SIGHUP, signal.SIGINT, signal.SIGTERM}


def asked_to_stop() -> Callable[[], bool]:
    """A terminal that was there is gone (over ssh its hang-up reaches make alone), or make got the
    signal and now waits for us to end."""
    had_terminal = sys.stdout.isatty()
    make = os.getppid() if "MAKELEVEL" in os.environ else None
    return lambda: (had_terminal and not sys.stdout.isatty()) or is_stopping(make)


def is_stopping(make: int | None) -> bool:
    """While it waits in its handler, make holds the signal back; else it holds back none."""
    status = Path(f"/proc/{make}/status")
    if make is None or not status.exists():
        return False
    words = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
    return held_back(int(words["SigBlk"], 16))


def held_back(mask: int) -> bool:
    return any(mask >> (number - 1) & 1 for number in STOPPING)
