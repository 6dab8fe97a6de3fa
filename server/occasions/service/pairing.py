"""What the scans of one person come to: pairs of in and out."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from schemas.occasion_words import Direction

MINUTE = timedelta(minutes=1)


class There(NamedTuple):
    """What the scans of one person at one session in one capacity come to."""

    in_at: datetime | None
    out_at: datetime | None
    minutes: int
    since: datetime | None  # of the stay that has no end yet
    said_at: datetime | None = None  # by one scan: since when they were in, or out
    again: bool = False  # and another scan had said so, too
    lately: int = 1  # how many within the minute before it


def paired(scans: Sequence, of: str | None = None) -> There:
    """In-out-in sums the pairs. A second in before an out adds nothing, nor a lone out."""
    first = last = since = None
    total = timedelta()
    for direction, at, _ in scans:
        if direction is Direction.IN and since is None:
            first, since, last = first or at, at, None
        elif direction is Direction.OUT and since is not None:
            total, since, last = total + (at - since), None, at
    minutes = int(total.total_seconds()) // 60
    return There(first, last, minutes, since, *_said(scans, of), _lately(scans, of))


def _said(scans: Sequence, of: str | None) -> tuple[datetime | None, bool]:
    """Among those that say the same one after the other, each but the first to come is a repeat."""
    for _, run in groupby(scans, key=itemgetter(0)):
        same = list(run)
        if any(client_id == of for *_, client_id in same):
            return same[0][1], len(same) > 1
    return None, False


def _lately(scans: Sequence, of: str | None) -> int:
    at = next((at for _, at, client_id in scans if client_id == of), None)
    return sum(at - MINUTE < other <= at for _, other, _ in scans) if at else 0
