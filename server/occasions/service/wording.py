"""Moments as messages say them."""

from datetime import datetime

from server.core import clock


def day_and_time(moment: datetime) -> str:
    """11月26日 9:30"""
    there = clock.local(moment)
    return f"{there.month}月{there.day}日 {there.hour}:{there.minute:02}"


def time_of(moment: datetime) -> str:
    there = clock.local(moment)
    return f"{there.hour}:{there.minute:02}"
