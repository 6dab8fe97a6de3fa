"""One act each at a market day, by the service that a button would call."""

from datetime import timedelta

from schemas import occasion_duties, occasion_forms, scans, supervising
from schemas.markets import StallForm
from schemas.occasion_words import Capacity, Direction
from schemas.occasions import SEATED
from server.core import clock
from server.core.db import db
from server.demo.fairs import INCENTIVE, Fair
from server.demo.people import acting
from server.markets.service import stalls
from server.occasions import codes
from server.occasions.models import Series, Session
from server.occasions.parts import Line, Post, QueueNumber, Signup
from server.occasions.presence import Repair
from server.occasions.service import (
    calling,
    copying,
    headcounts,
    lines,
    posts,
    repairs,
    scanning,
    series,
    signups,
)
from server.people.models import Person
from server.tickets.service.rewards import pays_tickets


def make_series(fair: Fair, places: dict, desk: Person) -> Series:
    begins, ends = fair.hours
    form = {
        "kind": fair.kind,
        "area_id": places[fair.estate].id,
        "title": fair.title,
        "place": fair.place,
        "rule_kind": fair.rule,
        "numbers": list(fair.numbers),
        "valid_from": clock.today().isoformat(),
        "begins": begins,
        "ends": ends,
        "lead_id": desk.id,
        "incentive": INCENTIVE,
        "pool_id": pays_tickets(places[fair.estate].path).id,
    }
    return series.make_series(occasion_forms.SeriesForm().load(form), by=acting(desk))


def set_up(session: Session, fair: Fair, desk: Person) -> None:
    """The first time by hand."""
    by = acting(desk)
    for label, capacity, steward in fair.duties:
        form = {"label": label, "capacity": capacity, "minimum": 1, "steward": steward}
        posts.add_post(session, occasion_duties.PostForm().load(form))
    for kind, label, crew, capacity, minutes in fair.stalls:
        form = {"kind": kind, "label": label, "crew": crew}
        form |= {"capacity": capacity, "slot_minutes": minutes}
        stalls.add_stall(session, StallForm().load(form), by=by)


def set_up_like(session: Session, earlier: Session, desk: Person) -> None:
    copying.copy_from(session, {"session_id": earlier.id}, by=acting(desk))


def sign_up(session: Session, person: Person, nth: int, desk: Person) -> Signup:
    """At the post that is next in turn; at the door by the desk."""
    found = db.session.scalars(
        db.select(Post).where(Post.session_id == session.id).order_by(Post.id)
    ).all()
    post = found[nth % len(found)]
    form = occasion_duties.SignUpForm().load({"person_id": person.id} if post.steward else {})
    return signups.sign_up(post, form, by=acting(desk if post.steward else person))


def has_place(session: Session, person: Person) -> bool:
    """A seat; or a post has room for whoever comes without one."""
    mine = Signup.session_id == session.id, Signup.person_id == person.id
    seat = db.select(Signup.id).where(*mine, Signup.state.in_(SEATED))
    room = db.select(Post.id).where(Post.session_id == session.id, Post.taken < Post.capacity)
    return db.session.scalar(seat) is not None or db.session.scalar(room.limit(1)) is not None


def scan(session: Session, person: Person, direction: Direction, as_what=Capacity.DUTY) -> None:
    """The code on the screen, as it is at this moment."""
    code = codes.session_code(session.secret, session.id, direction, codes.step_at(clock.now()))
    form = {"client_id": f"demo-{session.id}-{person.id}-{direction}", "code": code}
    form = scans.ScanCodeForm().load(form | {"capacity": as_what})
    scanning.scan_code(form, by=acting(person))


def take_number(line: Line, person: Person, desk: Person) -> QueueNumber:
    """Whoever has no telephone is given one by the desk."""
    by = person if person.phone else desk
    return lines.take_number(line, person_id=person.id, by=acting(by))


def serve(line: Line, desk: Person, outcome: str | None, reason: str | None = None) -> None:
    by = acting(desk)
    number = calling.call_next(line, by=by)
    form = {"outcome": outcome} if outcome else {}
    if reason:
        calling.fail(number, form | {"reason": reason}, by=by)
    else:
        calling.serve(number, form, by=by)


def count_heads(session: Session, count: int, desk: Person) -> None:
    headcounts.add_headcount(session, count, by=acting(desk))


def ask_repair(session: Session, person: Person, minutes: int, reason: str) -> Repair:
    form = {"client_id": f"repair-{session.id}-{person.id}", "minutes": minutes, "reason": reason}
    form = supervising.RepairForm().load(form)
    return repairs.ask_repair(session, form, by=acting(person))


def judge_repair(repair: Repair, desk: Person, *, yes: bool) -> None:
    if yes:
        repairs.approve_repair(repair, {}, by=acting(desk))
    else:
        repairs.refuse_repair(repair, {"words": "现场负责人说当天没有来"}, by=acting(desk))


def lines_of(session: Session) -> list[Line]:
    query = db.select(Line).where(Line.session_id == session.id).order_by(Line.id)
    return list(db.session.scalars(query))


def until(moment) -> timedelta:
    """How long to wait for it; what is past is now."""
    return max(moment - clock.now(), timedelta(0))
