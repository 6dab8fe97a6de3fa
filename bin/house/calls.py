"""Running other programs so that nothing of them is left when we are stopped."""

import ctypes
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import FrameType

from bin.house.words import Trouble, say, say_end, say_trouble

GRACE = 10  # seconds
DIE_WITH_PARENT = 1  # prctl(PR_SET_PDEATHSIG, …)


class Stopped(BaseException):
    """Somebody pressed Ctrl-C, ended us or closed the terminal."""


def stop_on_signal() -> None:
    """Every way of being asked to stop is the same; nobody is asked twice while we tidy up."""

    def stop(number: int, frame: FrameType | None) -> None:
        listen(signal.SIG_IGN)
        raise Stopped

    listen(stop)


def listen(handler) -> None:
    for name in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(name, handler)


def die_with_parent(how: int = signal.SIGTERM) -> None:
    """Even a kill -9 of this program leaves nothing behind. Only Linux knows how."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(DIE_WITH_PARENT, how)


def fall_with_parent() -> None:
    """At once: npm would first tidy up, in the way of the next run, which begins anew anyway."""
    die_with_parent(signal.SIGKILL)


def run(command: list, trouble: Callable[[], Trouble] | None = None, **options) -> int:
    """To its end, in a process group of its own. Not 0: `trouble` is raised, if there is one."""
    ours = {"start_new_session": True, "preexec_fn": fall_with_parent}
    program = subprocess.Popen([str(part) for part in command], **ours, **options)
    try:
        code = program.wait()
    except BaseException:
        end_group(program)
        raise
    if code and trouble:
        raise trouble()
    return code


def run_quietly(log: Path, command: list, trouble: Callable[[], Trouble], **options) -> None:
    """What it says goes to the log; its last words are heard when it fails."""
    log.parent.mkdir(parents=True, exist_ok=True)
    with log.open("w") as out:
        code = run(command, stdout=out, stderr=subprocess.STDOUT, **options)
    if code:
        say_end(log)
        raise trouble()


def end_group(program: subprocess.Popen, grace: float = GRACE) -> None:
    """It and all that it started; what does not stop when asked is made to."""
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGTERM)
    with suppress(subprocess.TimeoutExpired):
        program.wait(grace)
    with suppress(ProcessLookupError):
        os.killpg(program.pid, signal.SIGKILL)
    program.wait()


def to_the_end(main: Callable[[], int | None], *, when_stopped: int = 130) -> int:
    """The exit code of a program: 1 after trouble."""
    try:
        stop_on_signal()
        return main() or 0
    except Trouble as trouble:
        say_trouble(trouble)
        return 1
    except OSError as error:
        say_trouble(_of_the_disk(error))
        return 1
    except Stopped:
        say("\nStopped. 已停止。")
        return when_stopped


def _of_the_disk(error: OSError) -> Trouble:
    where = error.filename or Path.cwd()
    return Trouble(
        f"Cannot use {where}: {error.strerror}. Check who owns this folder and the free space.",
        f"无法使用 {where}（{error.strerror}）。请检查文件夹的所有者和磁盘剩余空间。",
    )
