"""Run a stand-in at the terminal until Ctrl-C."""

import argparse
import signal
import sys
from collections.abc import Callable

from tests.standins.loopback import Loopback


def run(standin: Callable[..., Loopback]) -> None:
    ends = {signal.SIGINT, signal.SIGTERM}
    signal.pthread_sigmask(signal.SIG_BLOCK, ends)  # before there are threads: they inherit it
    parser = argparse.ArgumentParser()
    parser.add_argument("--port", type=int, default=0)
    with standin(port=parser.parse_args().port) as server:
        sys.stdout.write(f"{server.base}\n")
        sys.stdout.flush()
        signal.sigwait(ends)
