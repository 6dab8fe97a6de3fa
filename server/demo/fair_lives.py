"""The life of a series: made, held time after time, and the next month prepared."""

from datetime import datetime, timedelta
from random import Random

from schemas.occasion_words import Capacity, Direction, OccasionKind
from schemas.occasions import PLANNED
from server.core import clock
from server.core.db import db
from server.demo import fair_acts as acts
from server.demo.fair_acts import until
from server.demo.fairs import Fair
from server.demo.people import People
from server.occasions.models import Series, Session
from server.occasions.presence import Attendance, Repair
from server.occasions.service import ending, sessions

HOUR, DAY, MINUTE = timedelta(hours=1), timedelta(days=1), timedelta(minutes=1)
AHEAD = 2 * DAY  # so long before the day it is published and people sign up
OUTCOMES = {"修小家电": ("repaired", "repaired", "taken_away"), "维修": ("repaired", "taken_away"),
            "普法咨询": ("answered",)}  # fmt: skip
REASONS = ("走的时候忘了扫签退码", "手机没电了，没扫上签退", "帮忙收摊，走的时候忘了")


class Round:
    """A series while it is being lived: `last_night` is where the demo ends."""

    def __init__(self, fair: Fair, places: dict, people: People, last_night: datetime):
        self.fair, self.last_night, self.random = fair, last_night, Random(fair.key)
        self.places, self.desk = places, people[fair.desk]
        self.crew = [people[key] for key in fair.crew.split()]
        self.visitors = [people[key] for key in fair.visitors.split()]
        self.earlier: Session | None = None
        self.asked: Repair | None = None  # and not judged yet

    def live(self):
        series = acts.make_series(self.fair, self.places, self.desk)
        yield HOUR
        left = self._times(series)
        while (session := self._next(series)) and session.ends_at < self.last_night:
            left -= 1
            yield until(session.starts_at - AHEAD)
            self._judge()
            yield from self._prepared(session)
            if left == self.fair.rain and self.fair.rain:
                yield until(session.starts_at - 14 * HOUR)
                ending.call_off_session(session, "因雨取消", by=acts.acting(self.desk))
            else:
                yield from self._held(session)
                yield from self._afterwards(session)
            self.earlier = session
        yield until(self.last_night - 3 * HOUR)
        yield from self._next_month(series)

    def _times(self, series: Series) -> int:
        """How often it is held until last night, as far as is planned by now."""
        past = Session.series_id == series.id, Session.ends_at < self.last_night
        return db.session.scalar(db.select(db.func.count()).select_from(Session).where(*past))

    def _next(self, series: Series) -> Session | None:
        """The next one for which there is still time."""
        soon = Session.series_id == series.id, Session.starts_at > clock.now() + 3 * HOUR
        query = db.select(Session).where(*soon, Session.state == PLANNED)
        return db.session.scalar(query.order_by(Session.on).limit(1))

    # ---- before

    def _prepared(self, session: Session):
        self._set_up(session)
        sessions.publish_session(session, by=acts.acting(self.desk))
        yield HOUR
        for nth, person in enumerate(self._some(self.crew)):
            acts.sign_up(session, person, nth, self.desk)
        yield HOUR

    def _set_up(self, session: Session) -> None:
        if self.earlier:
            acts.set_up_like(session, self.earlier, self.desk)
        else:
            acts.set_up(session, self.fair, self.desk)

    def _some(self, people: list) -> list:
        """Most of them, in their order."""
        gone = self.random.randrange(len(people) + 1)
        return [person for nth, person in enumerate(people) if nth != gone]

    # ---- the day

    def _held(self, session: Session):
        came = [person for person in self._some(self.crew) if acts.has_place(session, person)]
        yield until(session.starts_at - 12 * MINUTE)
        for person in came:
            acts.scan(session, person, Direction.IN)
            yield MINUTE * self.random.randint(1, 6)
        yield from self._visited(session)
        yield until(session.ends_at - 4 * MINUTE)
        forgot = self.random.randrange(6)
        for nth, person in enumerate(came):
            if nth != forgot:
                acts.scan(session, person, Direction.OUT)
                yield MINUTE * self.random.randint(1, 4)

    def _visited(self, session: Session):
        """Some come to look, some take a number, all are counted by eye."""
        if self.fair.kind is not OccasionKind.MARKET:
            return
        guests = self._some(self.visitors)
        for person in guests[:2]:
            if person.phone:
                acts.scan(session, person, Direction.IN, Capacity.VISIT)
        lines = acts.lines_of(session)
        for nth, person in enumerate(guests):
            acts.take_number(lines[nth % len(lines)], person, self.desk)
        yield 20 * MINUTE
        for nth, _ in enumerate(guests):
            self._serve(lines[nth % len(lines)])
            yield 7 * MINUTE
        acts.count_heads(session, self.random.randint(28, 95), self.desk)

    def _serve(self, line) -> None:
        """Now and then something cannot be mended."""
        if "修" in line.label and self.random.randrange(7) == 0:
            acts.serve(line, self.desk, None, "配件停产，买不到")
        else:
            acts.serve(line, self.desk, self.random.choice(OUTCOMES.get(line.label, (None,))))

    # ---- afterwards

    def _afterwards(self, session: Session):
        """Who forgot to check out asks; who asked last still waits."""
        forgot = [person for person in self.crew if _forgot(session, person)]
        if not forgot:
            return
        yield HOUR
        longest = int((session.ends_at - session.starts_at) / MINUTE)
        minutes = min(30 * self.random.randint(2, 4), longest)
        reason = self.random.choice(REASONS)
        self.asked = acts.ask_repair(session, forgot[0], minutes, reason)

    def _judge(self) -> None:
        if self.asked:
            acts.judge_repair(self.asked, self.desk, yes=self.random.randrange(5) > 0)
            self.asked = None

    # ---- the next month

    def _next_month(self, series: Series):
        """Published, but for the second: it has no stall yet, and the third nobody who leads it."""
        until_then = Session.on <= (self.last_night + 31 * DAY).date()
        query = db.select(Session).where(Session.series_id == series.id, until_then)
        coming = query.where(Session.starts_at > self.last_night).order_by(Session.on)
        for nth, session in enumerate(db.session.scalars(coming).all()):
            if nth == 1 and self.fair.kind is OccasionKind.MARKET:
                continue
            self._set_up(session)
            if nth == 2 and self.fair.kind is OccasionKind.MARKET:
                session.lead_id = None
                continue
            sessions.publish_session(session, by=acts.acting(self.desk))
            if nth == 0:
                for place, person in enumerate(self._some(self.crew)):
                    acts.sign_up(session, person, place, self.desk)
            self.earlier = session
        yield HOUR


def _forgot(session: Session, person) -> bool:
    there = Attendance.session_id == session.id, Attendance.person_id == person.id
    query = db.select(Attendance.id).where(*there, Attendance.out_at.is_(None))
    return db.session.scalar(query) is not None
