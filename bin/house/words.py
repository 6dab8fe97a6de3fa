"""What the programs of bin/ say: progress in a line, trouble in two, one for each language."""

import sys
from pathlib import Path

LOGS = Path(".run/log")


class Trouble(Exception):
    """It cannot go on. Says what is wrong and what to do, in English and in Chinese."""

    def __init__(self, english: str, chinese: str):
        super().__init__(english)
        self.lines = (english, chinese)


def say(words: str = "") -> None:
    """A terminal that was closed hears nothing, and that stops nobody."""
    try:
        sys.stdout.write(f"{words}\n")
        sys.stdout.flush()
    except OSError:
        pass


def say_trouble(trouble: Trouble) -> None:
    english, chinese = trouble.lines
    say(f"\n✗ {english}\n  {chinese}\n")


def say_end(log: Path) -> None:
    """Its last lines, before the trouble they explain."""
    for line in log.read_text(errors="replace").splitlines()[-15:]:
        say(f"    {line}")
