"""The steps of `make test`: each a command, its time, and how many tests it counted."""

import re
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from bin.house.calls import end_group
from bin.house.words import say

COUNTED = {
    "passed": re.compile(rb"\b(\d+) passed"),
    "failed": re.compile(rb"\b(\d+) (?:failed|errors?)\b"),
    "skipped": re.compile(rb"\b(\d+) skipped"),
}
TOTALS = re.compile(rb"=*\s*(?:Tests\s|\d+ (?:passed|failed|skipped|errors?)\b)")
COLOURS = re.compile(rb"\x1b\[[0-9;]*m")


@dataclass
class Step:
    name: str
    command: list
    cwd: Path = Path()
    environment: dict | None = None
    counts: dict[str, int] = field(default_factory=dict)
    took: float = 0.0


def take(step: Step) -> None:
    """Says everything the command says. A command that counts no tests is a test itself."""
    say(f"\n── {step.name}")
    began = time.monotonic()
    program = start(step)
    try:
        ends = echo(program)
    except BaseException:
        end_group(program)
        raise
    code = program.wait()
    step.took = time.monotonic() - began
    step.counts = count(ends, code)
    say(f"── {step.name}: {'ok' if code == 0 else 'FAILED'}, {step.took:.0f} s")


def start(step: Step) -> subprocess.Popen:
    command = [str(part) for part in step.command]
    streams = {"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    where = {"cwd": step.cwd, "env": step.environment, "start_new_session": True}
    return subprocess.Popen(command, **streams, **where)


def echo(program: subprocess.Popen) -> list[bytes]:
    """Says its lines as they come; gives those that look like a sum."""
    ends = []
    for line in program.stdout:
        sys.stdout.buffer.write(line)
        sys.stdout.flush()
        plain = COLOURS.sub(b"", line).strip()
        ends += [plain] if TOTALS.match(plain) else []
    return ends


def count(ends: list[bytes], code: int) -> dict[str, int]:
    """From the closing lines of pytest and vitest; a failure nobody counted counts as one."""
    words = b"\n".join(ends)
    counts = {name: sum(map(int, seen.findall(words))) for name, seen in COUNTED.items()}
    if code and not counts["failed"]:
        counts["failed"] = 1
    if not code and not counts["passed"]:
        counts["passed"] = 1
    return counts


def report(steps: list[Step]) -> int:
    """The times, then the closing line; the exit code."""
    say("\n── times")
    for step in steps:
        say(f"{step.took:7.0f} s  {'FAILED' if step.counts['failed'] else 'ok    '}  {step.name}")
    total = {name: sum(step.counts[name] for step in steps) for name in COUNTED}
    took = sum(step.took for step in steps)
    say(f"{took:7.0f} s  in all\n")
    skipped = f", {total['skipped']} skipped" if total["skipped"] else ""
    say(f"{total['passed']} passed, {total['failed']} failed{skipped}")
    return 1 if total["failed"] else 0
