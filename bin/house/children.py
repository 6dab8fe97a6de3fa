"""The programs that run side by side: the web and the worker. When one is lost, all are told."""

import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bin.house.calls import die_with_parent, end_group
from bin.house.words import LOGS, Trouble, say, say_end

GRACE = 25  # seconds: the worker finishes what it has in hand
OFTEN, SOON = 5, 60  # so many ends in so many seconds are no accident


@dataclass
class Child:
    name: str
    command: list[str]
    environment: dict[str, str]
    program: subprocess.Popen | None = None
    ends: list[float] = field(default_factory=list)

    @property
    def log(self) -> Path:
        return LOGS / f"{self.name}.log"

    def start(self) -> None:
        """Out of reach of Ctrl-C, which is ours to pass on; and it never outlives us."""
        LOGS.mkdir(parents=True, exist_ok=True)
        with self.log.open("a") as out:
            self.program = subprocess.Popen(
                self.command,
                env=self.environment,
                stdin=subprocess.DEVNULL,
                stdout=out,
                stderr=out,
                start_new_session=True,
                preexec_fn=die_with_parent,
            )

    def stop(self) -> None:
        if self.program:
            end_group(self.program, GRACE)


def watch(children: list[Child], asked_to_stop: Callable[[], bool]) -> None:
    """Until asked to stop, or in trouble: who ends is started anew, but not for ever."""
    while not asked_to_stop():
        for child in children:
            if child.program.poll() is not None:
                start_anew(child)
        time.sleep(0.5)


def start_anew(child: Child) -> None:
    now = time.monotonic()
    child.ends = [end for end in child.ends if now - end < SOON] + [now]
    if len(child.ends) >= OFTEN:
        raise gave_up(child)
    say(f"! {child.name} ended (code {child.program.returncode}), starting it anew  重新启动中")
    child.stop()  # what it started may still be there
    time.sleep(len(child.ends))
    child.start()


def gave_up(child: Child) -> Trouble:
    say_end(child.log)
    return Trouble(
        f"{child.name} cannot keep running: above is the end of {child.log}.",
        f"{child.name} 无法正常运行：上面是 {child.log} 的结尾。",
    )
