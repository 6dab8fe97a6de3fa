"""No estate is forgotten, whatever happens to it, to the others, and to the weather."""

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from server.markets.service.rota import Estate, after_round, bound, next_round

JOINS = st.tuples(st.just("joins"), st.integers(1, 6))
GOES = st.tuples(st.just("goes"), st.integers(0, 40))
WISHES = st.tuples(st.just("wishes"), st.lists(st.integers(0, 40), max_size=6))
RAIN = st.tuples(st.just("rain"), st.sets(st.integers(0, 5), min_size=1, max_size=3))
ROUND = st.tuples(st.just("round"), st.none())
EVENTS = st.lists(st.one_of(JOINS, GOES, WISHES, RAIN, ROUND, ROUND, ROUND), max_size=80)


class Town:
    """What happens, and what somebody who watches would write down: for how long each estate may
    still be asked to wait."""

    def __init__(self, estates: int, a_day: int):
        self.a_day, self.born = a_day, 0
        self.estates: list[Estate] = []
        self.allowed: dict[int, int] = {}
        self.joins(estates)

    def joins(self, count: int) -> None:
        for _ in range(count):
            self.born += 1
            self.estates.append(Estate(self.born, f"/1/{self.born % 3}/{self.born}/"))
        self._look()

    def goes(self, nth: int) -> None:
        if len(self.estates) > 1:
            gone = self.estates.pop(nth % len(self.estates))
            del self.allowed[gone.id]

    def wishes(self, wanted: list[int]) -> None:
        """Always for the same few, if that is what hurts most."""
        ids = [self.estates[nth % len(self.estates)].id for nth in wanted]
        self.estates = [replace(e, wishes=ids.count(e.id)) for e in self.estates]

    def round(self, _=None) -> None:
        self._drive(set())

    def rain(self, stops: set[int]) -> None:
        self._drive(stops)

    def _drive(self, rained_off: set[int]) -> None:
        self._look()
        stops = [stop.estate.id for stop in next_round(self.estates, self.a_day)]
        assert len(stops) == len(set(stops)) == min(self.a_day, len(self.estates))
        reached = {stop for n, stop in enumerate(stops) if n not in rained_off}
        for estate in self.estates:
            if estate.id in reached:
                assert estate.waited + 1 <= self.allowed[estate.id]
                self.allowed[estate.id] = 0
            elif len(reached) < len(stops):
                self.allowed[estate.id] += 1
        self.estates = after_round(self.estates, reached)
        self._look()

    def _look(self) -> None:
        k = bound(len(self.estates), self.a_day)
        for estate in self.estates:
            self.allowed[estate.id] = max(self.allowed.get(estate.id, 0), k)
            assert estate.waited <= self.allowed[estate.id]


@settings(max_examples=300, deadline=None, database=None)
@given(st.integers(1, 40), st.integers(1, 5), EVENTS)
def test_no_estate_waits_longer_than_promised(estates, a_day, events):
    town = Town(estates, a_day)
    for what, known in events:
        getattr(town, what)(known)
    for _ in range(60):
        town.round()


@settings(max_examples=100, deadline=None, database=None)
@given(st.integers(1, 90), st.integers(1, 6))
def test_with_nothing_special_everybody_is_visited_once_in_k_rounds(estates, a_day):
    waiting = [Estate(n, f"/1/{n:03}/") for n in range(estates)]
    seen: list[int] = []
    for _ in range(bound(estates, a_day)):
        stops = [stop.estate.id for stop in next_round(waiting, a_day)]
        seen += stops
        waiting = after_round(waiting, set(stops))

    assert set(seen) == set(range(estates))


def test_wishes_come_first_while_nobody_is_kept_waiting_too_long():
    waiting = [Estate(n, f"/1/{n}/") for n in range(4)]
    waiting[3] = replace(waiting[3], wishes=2)

    (stop,) = next_round(waiting, 1)

    assert (stop.estate.id, stop.due) == (3, False)


def test_whoever_has_waited_as_long_as_promised_comes_before_any_wish():
    waiting = [Estate(1, "/1/1/", waited=1), Estate(2, "/1/2/", waited=0, wishes=9)]

    (stop,) = next_round(waiting, 1)

    assert (stop.estate.id, stop.due) == (1, True)


def test_neighbours_share_a_day():
    waiting = [Estate(n, f"/1/{path}/") for n, path in enumerate(["2/5", "1/3", "2/4", "1/6"])]

    assert [stop.estate.path for stop in next_round(waiting, 2)] == ["/1/1/3/", "/1/1/6/"]
