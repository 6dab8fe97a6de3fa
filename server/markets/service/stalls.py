"""Stalls of a session: set up, changed, taken away; copied from one market day to the next."""

from sqlalchemy import or_, select, update

from schemas.market_words import SERVES
from schemas.occasion_words import OccasionKind
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.markets.models import Stall, Vehicle
from server.occasions.models import Session
from server.occasions.parts import Line, Post
from server.occasions.service.copying import copiers
from server.occasions.service.gates import still_ready
from server.people import service as people
from server.people.actor import Actor
from server.people.places import Unit
from server.tickets.models import Category

OF_THE_LINE = ("capacity", "slot_minutes", "post_id")


class SessionOver(Refusal):
    code, title = "session_over", "这一场已经结束或取消"
    detail = "摊位不能再改；下一场请另外设摊"


class NumbersGiven(Refusal):
    code, title = "numbers_given", "已经有人领了号"
    detail = "这个摊位不能撤；办不了的号请逐个记“没办成”，并写明原因"


class TooFewNumbers(Refusal):
    code, title = "too_few_numbers", "已经发出的号比这个多"

    def __init__(self, last: int):
        super().__init__(f"已经发到 {last} 号，最多几个号不能少于 {last}")


class TimesGiven(Refusal):
    code, title = "times_given", "已经按时间发了号"
    detail = "每个号几分钟不能再改，领了号的人按原来的时间来"


def list_stalls(session: Session) -> list[Stall]:
    query = select(Stall).where(Stall.session_id == session.id)
    return list(db.session.scalars(query.order_by(Stall.id)))


def add_stall(session: Session, form: dict, *, by: Actor) -> Stall:
    form = _checked(session, form["kind"], form)
    of_the_line = {name: form.pop(name) for name in OF_THE_LINE}
    line = Line(session_id=session.id, label=form["label"], **of_the_line)
    db.session.add(line)
    db.session.flush()
    stall = Stall(session_id=session.id, line_id=line.id, **form)
    db.session.add(stall)
    db.session.flush()
    return stall


def change_stall(stall: Stall, form: dict, *, by: Actor) -> Stall:
    """Whoever has a number keeps it, and its time: there cannot be fewer than were given out."""
    form = _checked(stall.session, stall.kind, form)
    new = {name: form.pop(name) for name in OF_THE_LINE} | {"label": form["label"]}
    _change_line(stall.line_id, new)
    for name, value in form.items():
        setattr(stall, name, value)
    db.session.expire(stall.line)
    return stall


def _change_line(line_id: int, new: dict) -> None:
    """A guarded update: somebody may take a number at this moment."""
    enough = or_(new["capacity"] is None, Line.last <= (new["capacity"] or 0))
    timed = or_(Line.last == 0, Line.slot_minutes.is_not_distinct_from(new["slot_minutes"]))
    change = update(Line).where(Line.id == line_id, enough, timed).values(**new)
    if db.session.execute(change).rowcount == 0:
        there = select(Line.last, Line.slot_minutes).where(Line.id == line_id)
        last, minutes = db.session.execute(there).one()
        raise TooFewNumbers(last) if minutes == new["slot_minutes"] else TimesGiven


def remove_stall(stall: Stall, *, by: Actor) -> list[Stall]:
    """As long as nobody has got a number. Those that are left."""
    session = stall.session
    _still_to_come(session)
    line = db.session.scalars(select(Line).where(Line.id == stall.line_id).with_for_update()).one()
    if line.last:
        raise NumbersGiven
    with still_ready(session):
        db.session.delete(stall)
        db.session.flush()
        db.session.delete(line)
    return list_stalls(session)


def copy_stalls(source: Session, target: Session, posts: dict, lines: dict[int, int]) -> None:
    """Each before the copy of its line. Vehicles come by their own plan."""
    for stall in list_stalls(source):
        same = {name: getattr(stall, name) for name in ("kind", "label", "crew", "unit_id")}
        copy = Stall(session_id=target.id, line_id=lines[stall.line_id], **same)
        copy.serves = list(stall.serves)
        db.session.add(copy)
    db.session.flush()


def _checked(session: Session, kind, form: dict) -> dict:
    """The form with everything it names looked at, and what it leaves out filled in."""
    _still_to_come(session)
    form = dict(form)
    if form["serves"] is None:
        form["serves"] = list(SERVES[kind])
    known = select(Category.code).where(Category.code.in_(form["serves"]))
    if len(set(db.session.scalars(known))) < len(set(form["serves"])):
        raise Malformed(serves="没有这个心愿分类")
    _check_crew(session, form)
    _check_vehicle(session, kind, form["vehicle_id"])
    return form


def _still_to_come(session: Session) -> None:
    if session.state.has("over"):
        raise SessionOver


def _check_crew(session: Session, form: dict) -> None:
    if form["unit_id"] and not people.serves(db.session.get(Unit, form["unit_id"]), session.area):
        raise Malformed(unit_id="这里没有这个单位")
    if form["post_id"]:
        post = db.session.get(Post, form["post_id"])
        if post is None or post.session_id != session.id:
            raise Malformed(post_id="这一场没有这个岗位")


def _check_vehicle(session: Session, kind, vehicle_id: int | None) -> None:
    if vehicle_id is None:
        return
    vehicle = db.session.get(Vehicle, vehicle_id)
    if vehicle is None or not session.area.path.startswith(vehicle.area.path):
        raise Malformed(vehicle_id="这里没有这辆服务车")
    if vehicle.kind is not kind:
        raise Malformed(vehicle_id="这辆车做的不是这一种服务")
    if vehicle.until and session.on >= vehicle.until:
        raise Malformed(vehicle_id="这辆车那天已经停用")


copiers[OccasionKind.MARKET] = copy_stalls
