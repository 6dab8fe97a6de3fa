"""The year of each scheme: opened, funded each month, thanks by hand that two agree to."""

from datetime import date, datetime, timedelta

from schemas.points_grants import DeclineGrantForm, PointsGrantForm
from schemas.points_schemes import DonorForm, EarningRuleForm, FundForm, PoolForm, SchemeForm
from server.core import clock
from server.core.db import db
from server.demo.acts import NoSuchButton
from server.demo.people import People, acting
from server.demo.points_told import BOOKS, RULES, SINGLE, Book
from server.occasions import presence_rules
from server.occasions.models import Session
from server.occasions.presence import Scan
from server.occasions.service import named
from server.people.actor import Actor
from server.people.models import Person
from server.points import rules
from server.points.earning import Award, Grant, Pool
from server.points.models import Scheme
from server.points.service import earning_rules, funding, grants, pools, schemes

YEAR, MONTH, DAY = 365, timedelta(days=30), timedelta(days=1)
MONTHS = 13
LASTS = 12  # months, from the fourth on


def permitted(rule, person: Person, *known) -> Actor:
    """As whom they ask, if the road would let them."""
    actor = acting(person)
    if not rule(actor, *known):
        raise NoSuchButton(f"{person.display_name}: {rule.__name__}")
    return actor


class Year:
    """A scheme while its year is being lived."""

    def __init__(self, book: Book, places: dict, people: People):
        self.book, self.places, self.people = book, places, people
        self.keeper = people[book.keeper]

    def live(self):
        self._open()
        for month in range(MONTHS):
            self._fund(month)
            if month == 3:
                self._lasts_longer()
            asked = self._ask(month)
            yield DAY
            by = at_desk(self.people[self.book.agrees], self.scheme)
            for grant in asked:
                grants.approve_grant(grant, by=by)
            yield MONTH - DAY

    def _open(self) -> None:
        form = {"area_id": self.places[self.book.area].id, "name": self.book.name}
        form = SchemeForm().load(form | {"lasts_months": self.book.lasts})
        by = permitted(rules.make_scheme, self.keeper, form)
        self.scheme = schemes.make_scheme(form, by=by)
        self.pools = [self._pool(name) for name in self.book.pools]
        self.donors = [self._donor(*known[:3]) for known in self.book.donors]
        pools.pay_tickets(self.pools[0], {"pays": True}, by=by)
        write_rule(self.scheme, clock.today(), RULES[0][1], self.keeper)

    def _pool(self, name: str) -> Pool:
        by = permitted(rules.make_pool, self.keeper, self.scheme)
        return pools.make_pool(self.scheme, PoolForm().load({"name": name}), by=by)

    def _donor(self, kind, name: str, unit: str | None):
        form = {"kind": kind, "name": name, "unit_id": unit and self.places[unit].id}
        by = permitted(rules.make_donor, self.keeper, self.scheme)
        return pools.make_donor(self.scheme, DonorForm().load(form), by=by)

    def _fund(self, month: int) -> None:
        for donor, known in zip(self.donors, self.book.donors, strict=True):
            *_, given, words, yuan, points, every, pool = known
            if month % every == 0:
                form = {"donor_id": donor.id, "given": given, "words": words}
                form |= {"fen": yuan * 100, "points": points}
                by = permitted(rules.fund_pool, self.keeper, self.pools[pool])
                funding.fund_pool(self.pools[pool], FundForm().load(form), by=by)

    def _lasts_longer(self) -> None:
        form = {"name": self.scheme.name, "lasts_months": LASTS}
        by = permitted(rules.change_scheme, self.keeper, self.scheme)
        schemes.change_scheme(self.scheme, form, by=by)

    def _ask(self, month: int) -> list[Grant]:
        by = at_desk(self.people[self.book.asks], self.scheme)
        return [
            ask(self.pools[0], self.people[duty.who], duty.points, duty.words, by)
            for duty in self.book.duties
            if month in duty.months
        ]


def at_desk(person: Person, scheme: Scheme) -> Actor:
    """Who asks for grants there, and who agrees to them."""
    return permitted(rules.ask_grant, person, scheme)


def ask(pool: Pool, person: Person, points: int, words: str, by: Actor) -> Grant:
    form = {"person_id": person.id, "pool_id": pool.id, "amount": points, "words": words}
    return grants.ask_grant(pool.scheme, PointsGrantForm().load(form), by=by)


def write_rule(scheme: Scheme, day: date, known: dict, keeper: Person) -> None:
    form = EarningRuleForm().load(known | {"valid_from": day.isoformat()})
    earning_rules.make_rule(scheme, form, by=permitted(rules.make_rule, keeper, scheme))


def lives(places: dict, people: People):
    """(days ago, the life) of each."""
    for n, book in enumerate(BOOKS):
        yield YEAR - n, Year(book, places, people).live()
        yield YEAR - RULES[1][0], _changing_the_rule(book, people, places)
    for area, days_ago, who, points, words, judged, why in SINGLE:
        book = next(book for book in BOOKS if book.area == area)
        known = people[who], points, words, judged, why
        yield days_ago, _single(book, people, places, *known)
    yield 80, _taken_back(people)


def _changing_the_rule(book: Book, people: People, places: dict):
    """From the first of the next month on."""
    scheme = schemes.scheme_of(places[book.area])
    first = (clock.today().replace(day=1) + timedelta(days=31)).replace(day=1)
    write_rule(scheme, first, RULES[1][1], people[book.keeper])
    yield DAY


def _single(book: Book, people: People, places: dict, who, points, words, judged, why):
    scheme = schemes.scheme_of(places[book.area])
    by = at_desk(people[book.asks], scheme)
    grant = ask(pools.list_pools(scheme)[0], who, points, words, by)
    yield timedelta(hours=20)
    if judged == "approve":
        by = permitted(rules.approve_grant, people[book.agrees], grant)
        grants.approve_grant(grant, by=by)
    elif judged == "decline":
        by = permitted(rules.decline_grant, people[book.agrees], grant)
        grants.decline_grant(grant, DeclineGrantForm().load({"words": why}), by=by)


def _taken_back(people: People):
    """Somebody checked out for a friend who had left: noticed when the points had arrived."""
    friend, desk = people["pan"], people["liping"]
    while (session_id := _just_paid(friend, clock.now())) is None:
        yield DAY
    mine = Scan.session_id == session_id, Scan.person_id == friend.id
    last = db.session.scalars(db.select(Scan).where(*mine).order_by(Scan.id.desc()).limit(1)).one()
    named.undo_scan(last, by=permitted(presence_rules.undo_scan, desk, last))


def _just_paid(person: Person, now: datetime) -> int | None:
    """A session of theirs that paid, and can still be put right."""
    paid = Award.person_id == person.id, Award.subject_kind == "sessions", Award.paid > 0
    query = db.select(Session.id).join(Award, Award.subject_id == Session.id)
    return db.session.scalar(query.where(*paid, Session.ends_at > now - named.LATEST))
