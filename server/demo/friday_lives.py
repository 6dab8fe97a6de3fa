"""The last Friday and the next of three communities, by the buttons everybody presses: one booked,
one at the door, one for somebody else; answered on the spot, sent to one unit, sent to several."""

from datetime import date, datetime, timedelta

from schemas import occasion_forms, reception_forms
from schemas import ticket_forms as forms
from schemas.occasion_words import OccasionKind, RuleKind
from server.core import clock
from server.core.db import db
from server.demo.fair_acts import until
from server.demo.fridays import BEGINS, ENDS, FRIDAY, PLACE, SEATS, TITLE, Hosted, unit_of
from server.demo.people import acting
from server.occasions.models import Session
from server.occasions.service import series, sessions
from server.people.models import Person
from server.people.places import Unit
from server.reception.service import board, booking, plans, queue, receiving, seats
from server.tickets.models import Ticket
from server.tickets.service import closing, doing, hands, joint

DAY, HOUR, MINUTE = timedelta(days=1), timedelta(hours=1), timedelta(minutes=1)


class Fridays:
    """Of one community."""

    def __init__(self, hosted: Hosted, places: dict, people: dict, last: date):
        self.hosted, self.places, self.people, self.last = hosted, places, people, last
        self.visitors = [people[key] for key in hosted.visitors.split()]

    @property
    def desk(self):
        return acting(self.people[self.hosted.desk])

    @property
    def officer(self):
        return acting(self.people[self.hosted.officer])

    @property
    def property_company(self) -> Unit:
        return self.places[unit_of(self.hosted, "property")]

    def live(self):
        row = series.make_series(self._rule(), by=self.desk)
        plans.set_plan(row, self._usual(), by=self.desk)
        yield HOUR
        friday, coming, *_ = self._sessions(row.id)
        for session in (friday, coming):
            sessions.publish_session(session, by=self.desk)
        yield DAY
        self._book(friday, self.visitors[0], "想问问停车位的事")
        yield until(friday.starts_at)
        yield from self._held(friday)
        self._book(coming, self.visitors[3], "楼道堆了杂物")
        self._book(coming, self.visitors[4], None)
        yield HOUR

    # ---- before

    def _rule(self) -> dict:
        form = {
            "kind": OccasionKind.RECEPTION, "area_id": self.places[self.hosted.key].id,
            "title": TITLE, "place": PLACE, "rule_kind": RuleKind.WEEKDAY,
            "numbers": [FRIDAY + 1], "valid_from": clock.today().isoformat(),
            "begins": f"{BEGINS:%H:%M}", "ends": f"{ENDS:%H:%M}", "lead_id": self.desk.id,
        }  # fmt: skip
        return occasion_forms.SeriesForm().load(form)

    def _usual(self) -> dict:
        usual = [
            {"party": party, "words": words} if unit is None
            else {"party": party, "unit_id": self.places[unit_of(self.hosted, unit)].id}
            for party, unit, words in SEATS
        ]  # fmt: skip
        form = {"tables": 2, "slot_minutes": 10, "kept": 4, "seats": usual}
        return reception_forms.SetOutForm().load(form)

    def _sessions(self, series_id: int) -> list[Session]:
        query = db.select(Session).where(Session.series_id == series_id, Session.on >= self.last)
        return list(db.session.scalars(query.order_by(Session.on).limit(2)))

    def _book(self, session: Session, who: Person, topic: str | None) -> None:
        """Whoever has no telephone is given a time by the desk."""
        form = reception_forms.BookForm().load({"topic": topic} if topic else {})
        if who.phone:
            booking.book(session, form, by=acting(who), works=False)
        else:
            booking.book(session, form | {"person_id": who.id}, by=self.desk, works=True)

    # ---- the day

    def _held(self, friday: Session):
        for seat in plans.seats_of(friday.id):
            seats.mark_seat(seat, {"state": "present", "deputy": None}, by=self.desk)
        self._walk_in(friday, self.visitors[1])
        self._walk_in(friday, self.visitors[2])
        yield 5 * MINUTE
        answered = self._answered(friday)
        yield 8 * MINUTE
        single = self._received(friday, "楼道灯坏了一个月，老人上下楼看不见", "楼道灯不亮")
        yield 8 * MINUTE
        several = self._received(friday, "雨天地下车库进水，车都泡了", "雨天地下车库进水")
        yield HOUR
        self._sent_to_one(single)
        self._sent_to_several(several)
        yield 3 * HOUR
        self._accepted(single, several)
        self._rate(answered, "yes")
        yield 2 * DAY
        self._not_done_yet(single)
        yield HOUR

    def _walk_in(self, session: Session, who: Person) -> None:
        form = reception_forms.WalkInForm().load({"person_id": who.id})
        booking.walk_in(session, form, by=self.desk)

    def _answered(self, friday: Session) -> Ticket:
        number = queue.call_next_to(friday, {"table": 1}, by=self.desk)
        form = {"text": "外来车能不能停小区里", "answer": "晚上十点以前可以，门卫登记"}
        form = reception_forms.ReceiveAndAnswerForm().load(form)
        return self._on_the_board(
            receiving.receive_and_answer(number, form, by=self.desk), "外来车能不能停", "登记就可以"
        )

    def _received(self, friday: Session, text: str, headline: str) -> Ticket:
        number = queue.call_next_to(friday, {"table": 2}, by=self.desk)
        form = reception_forms.ReceiveForm().load({"text": text})
        return self._on_the_board(receiving.receive(number, form, by=self.desk), headline, "")

    def _on_the_board(self, ticket: Ticket, headline: str, outcome: str) -> Ticket:
        form = {"headline": headline, "outcome": outcome}
        board.write_board_line(ticket, form, by=self.desk)
        return ticket

    def _sent_to_one(self, ticket: Ticket) -> None:
        form = {"unit_id": self.property_company.id}
        hands.dispatch(ticket, forms.DispatchForm().load(form), by=self.desk)

    def _sent_to_several(self, ticket: Ticket) -> None:
        """The property company leads; one of the two beside it says that it is not theirs."""
        co = [
            {"unit_id": self.places["order"].id, "part": "清理出口占道"},
            {"unit_id": self.places["legal_aid"].id, "part": "告诉车主怎么理赔"},
        ]
        form = {"unit_id": self.property_company.id, "part": "排水、加挡水板", "co": co}
        hands.dispatch(ticket, forms.DispatchForm().load(form), by=self.desk)

    def _accepted(self, single: Ticket, several: Ticket) -> None:
        for ticket in (single, several):
            hands.accept(ticket, by=self.officer)
        part = next(a for a in several.assignments if a.unit_id == self.places["order"].id)
        form = {"assignment_id": part.id, "words": "出口在小区红线内，请物业清理"}
        joint.bounce_part(several, form, by=acting(self.people["liao"]))

    def _not_done_yet(self, ticket: Ticket) -> None:
        """Said to be done; the visitor says not: it is on the next Friday's agenda."""
        said = {"words": "换了两层的灯", "proof_words": "换灯记录在物业", "level": "estate"}
        form = forms.FinishForm().load(said)
        doing.finish(ticket, form, by=self.officer)
        self._rate(ticket, "no")

    def _rate(self, ticket: Ticket, solved: str) -> None:
        who = db.session.get_one(Person, ticket.wisher_id)
        taps = who.phone is not None
        by = acting(who if taps else self.people[self.hosted.colleague])
        form = {"solved": solved, "route": "tap" if taps else "phone"}
        closing.rate(ticket, forms.RateForm().load(form), by=by)


def begins(last: date) -> datetime:
    """Early enough that the first Friday it makes is the last one."""
    return datetime.combine(last - timedelta(days=6), BEGINS, clock.SHANGHAI)
