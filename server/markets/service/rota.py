"""Where a vehicle goes next, so that nobody is forgotten.

The promise: with n estates and c stops a day no estate waits more than k = ⌈n/c⌉ rounds, a round
being a day on which the vehicle goes out; where n changes meanwhile, the largest k of the time it
waited; and one round more for each round in which a stop was rained off while it waited, for that
stop has to be made again. A day that is called off as a whole is no round.

Within the promise, estates with open wishes come first, then whoever has waited longest, then in
the order of the tree, so that neighbours share a day. A place is given to a preference only while
everybody else can still be reached in time: of those with at most j rounds left there must never be
more than c·j. Where that is lost (estates went, a stop was rained off) the longest waiting go
first until it holds again. Nothing here asks the database."""

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Estate:
    """One that waits. `waited`: rounds since the vehicle was there, or since it joined."""

    id: int
    path: str
    waited: int = 0
    wishes: int = 0  # open ones that this vehicle can serve


@dataclass(frozen=True)
class Stop:
    estate: Estate
    due: bool  # because of the promise; else because of a preference


def bound(estates: int, a_day: int) -> int:
    return -(-estates // a_day)


def after_round(estates: list[Estate], visited: set[int]) -> list[Estate]:
    """Who was visited begins anew, and its wishes are taken to be met; the others have waited."""
    return [
        replace(e, waited=0, wishes=0) if e.id in visited else replace(e, waited=e.waited + 1)
        for e in estates
    ]


def next_round(estates: list[Estate], a_day: int) -> list[Stop]:
    """The stops of the next day, in the order of the tree."""
    if len(estates) <= a_day:
        stops = [Stop(estate, True) for estate in estates]
    elif max(_needed(estates, a_day)) > a_day:
        stops = [Stop(e, True) for e in sorted(estates, key=_longest_first)[:a_day]]
    else:
        stops = _preferred(estates, a_day)
    return sorted(stops, key=lambda stop: _place(stop.estate))


def _needed(estates: list[Estate], a_day: int) -> list[int]:
    """For each j from 1 on: how many of those with at most j rounds left must be visited today, so
    that the rest of them fits into the days after."""
    k = bound(len(estates), a_day)
    return [sum(k - e.waited <= j for e in estates) - a_day * (j - 1) for j in range(1, k + 1)]


def _preferred(estates: list[Estate], a_day: int) -> list[Stop]:
    """Place by place: the most wanted one whose visit leaves room for all who must be visited."""
    k, needed = bound(len(estates), a_day), _needed(estates, a_day)
    waiting, stops = sorted(estates, key=_wanted_first), []
    for places_after in reversed(range(a_day)):
        for estate in waiting:
            left = [n - (k - estate.waited <= j) for j, n in enumerate(needed, start=1)]
            if max(left) <= places_after:
                break
        stops.append(Stop(estate, due=estate is not waiting[0]))
        waiting.remove(estate)
        needed = left
    return stops


def _wanted_first(estate: Estate):
    return (-estate.wishes, -estate.waited, _place(estate))


def _longest_first(estate: Estate):
    return (-estate.waited, -estate.wishes, _place(estate))


def _place(estate: Estate) -> list[int]:
    """In the tree: /1/9/ before /1/10/."""
    return [int(part) for part in estate.path.strip("/").split("/")]
