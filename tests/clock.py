"""The time of a test: it stands still until it is told to go on."""

from datetime import datetime, timedelta

import time_machine

from server.core.clock import SHANGHAI

START = "2026-03-05 09:00"


class Clock:
    def __enter__(self):
        self._travel = time_machine.travel(_moment(START), tick=False)
        self._machine = self._travel.start()
        return self

    def __exit__(self, *failure):
        self._travel.stop()

    def travel_to(self, wall_time: str) -> None:
        """To what the clock in Dehua shows: "2026-03-08 14:30" or "2026-03-08"."""
        self._machine.move_to(_moment(wall_time))

    def forward(self, **duration) -> None:
        """clock.forward(days=7), clock.forward(minutes=16)"""
        self._machine.shift(timedelta(**duration))


def _moment(wall_time: str) -> datetime:
    return datetime.fromisoformat(wall_time).replace(tzinfo=SHANGHAI)
