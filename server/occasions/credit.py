"""How many minutes are credited: the rule, with a version that every attendance carries."""

from datetime import timedelta

from schemas.occasion_words import Capacity

VERSION = 1  # what was there and what was added by hand, no more than `most`


def most(capacity: Capacity, length: timedelta, *, seated: bool) -> int:
    """Minutes: as long as the session lasted. Visits earn none, nor does a duty nobody gave them;
    travel is not counted because nothing outside the session is."""
    if capacity is not Capacity.DUTY or not seated:
        return 0
    return int(length.total_seconds()) // 60
