"""Setting out: the usual of a series, copied into each of its sessions; and one by itself."""

from sqlalchemy import delete, select, update

from schemas.occasion_words import OccasionKind
from schemas.occasions import PLANNED
from schemas.reception_words import SeatState
from server.core.audit import record
from server.core.clock import now
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.occasions.models import Series, Session
from server.occasions.parts import Line
from server.occasions.service.copying import copiers
from server.occasions.service.gates import still_ready
from server.people import service as people
from server.people.actor import Actor
from server.people.places import Area, Unit
from server.reception.models import ReceptionDay, ReceptionPlan, Seat, UsualSeat

LABEL = "接待"  # what the line of a reception day is called
OF_A_SEAT = ("party", "unit_id", "words")


class NotReception(Refusal):
    status, code, title = 409, "not_reception", "这不是业主接待日"
    detail = "只有业主接待日才有席位和接待桌"


class SessionOver(Refusal):
    code, title = "session_over", "这一场已经结束或取消"
    detail = "席位和接待桌不能再改"


class TimesGiven(Refusal):
    code, title = "times_given", "已经按时间发了号"
    detail = "每个号几分钟不能再改，约好的人按原来的时间来"


def set_plan(series: Series, form: dict, *, by: Actor) -> Series:
    """Sessions that are only planned, and that nobody has set out by hand, follow."""
    must_be_reception(series)
    _check_units(form["seats"], series.area)
    plan = db.session.get(ReceptionPlan, series.id) or ReceptionPlan(series_id=series.id)
    plan.tables, plan.slot_minutes, plan.kept = (form[name] for name in OF_A_DAY)
    db.session.add(plan)
    db.session.execute(delete(UsualSeat).where(UsualSeat.series_id == series.id))
    db.session.add_all(UsualSeat(series_id=series.id, **seat) for seat in form["seats"])
    db.session.flush()
    record("set_reception_plan", series, by=by)
    for session in _following(series):
        _clear(session)
        _lay(session, form)
    return series


OF_A_DAY = ("tables", "slot_minutes", "kept")


def set_out(session: Session, form: dict, *, by: Actor) -> Session:
    """This one session. A seat that was marked stays, with its mark. The caller holds the row."""
    must_be_reception(session)
    if session.state.has("over"):
        raise SessionOver
    _check_units(form["seats"], session.area)
    with still_ready(session):
        day = db.session.get(ReceptionDay, session.id)
        if day is None:
            _lay(session, form)
        else:
            _change_line(day, form)
            day.tables = form["tables"]
            _change_seats(session, form["seats"])
        db.session.get_one(ReceptionDay, session.id).changed = True
    record("set_out_reception", session, by=by)
    return session


def must_be_reception(row: Series | Session) -> None:
    if row.kind is not OccasionKind.RECEPTION:
        raise NotReception


def _check_units(seats: list[dict], area: Area) -> None:
    for seat in seats:
        unit_id = seat["unit_id"]
        if unit_id and not people.serves(db.session.get(Unit, unit_id), area):
            raise Malformed(seats="这里没有这个单位")


def _following(series: Series) -> list[Session]:
    """Planned, to come, and not set out by hand."""
    there = Session.series_id == series.id, Session.state == PLANNED, Session.starts_at > now()
    query = select(Session).outerjoin(ReceptionDay, ReceptionDay.session_id == Session.id)
    untouched = ReceptionDay.changed.is_not(True)
    lock = query.where(*there, untouched).order_by(Session.id).with_for_update(of=Session)
    return list(db.session.scalars(lock))


def _clear(session: Session) -> None:
    """Nobody has seen it: nobody has a number."""
    db.session.execute(delete(Seat).where(Seat.session_id == session.id))
    day = db.session.get(ReceptionDay, session.id)
    if day:
        db.session.delete(day)
        db.session.flush()
        db.session.execute(delete(Line).where(Line.id == day.line_id))


def _lay(session: Session, form: dict) -> None:
    line = Line(session_id=session.id, label=LABEL, slot_minutes=form["slot_minutes"])
    line.chosen, line.kept = True, form["kept"]
    db.session.add(line)
    db.session.flush()
    db.session.add(ReceptionDay(session_id=session.id, line_id=line.id, tables=form["tables"]))
    db.session.add_all(Seat(session_id=session.id, **seat) for seat in form["seats"])
    db.session.flush()


def _change_line(day: ReceptionDay, form: dict) -> None:
    """A guarded update: somebody may book at this moment."""
    same = Line.slot_minutes == form["slot_minutes"]
    change = update(Line).where(Line.id == day.line_id, same | (Line.last == 0))
    change = change.values(slot_minutes=form["slot_minutes"], kept=form["kept"])
    if db.session.execute(change).rowcount == 0:
        raise TimesGiven
    db.session.expire(day.line)


def _change_seats(session: Session, wanted: list[dict]) -> None:
    wanted = [tuple(seat[name] for name in OF_A_SEAT) for seat in wanted]
    for seat in seats_of(session.id):
        known = tuple(getattr(seat, name) for name in OF_A_SEAT)
        if known in wanted:
            wanted.remove(known)
        elif seat.state is SeatState.EXPECTED:
            db.session.delete(seat)
    for seat in wanted:
        known = dict(zip(OF_A_SEAT, seat, strict=True))
        db.session.add(Seat(session_id=session.id, state=SeatState.EXPECTED, **known))
    db.session.flush()


def seats_of(session_id: int) -> list[Seat]:
    query = select(Seat).where(Seat.session_id == session_id).order_by(Seat.id)
    return list(db.session.scalars(query))


def usual_seats(series_id: int) -> list[UsualSeat]:
    query = select(UsualSeat).where(UsualSeat.series_id == series_id).order_by(UsualSeat.id)
    return list(db.session.scalars(query))


def lay_planned(series: Series, session_ids: list[int]) -> None:
    """As they are generated: with the usual tables and seats."""
    plan = db.session.get(ReceptionPlan, series.id)
    if plan is None:
        return
    form = {name: getattr(plan, name) for name in OF_A_DAY}
    form["seats"] = [
        {name: getattr(seat, name) for name in OF_A_SEAT} for seat in usual_seats(series.id)
    ]
    for session in db.session.scalars(select(Session).where(Session.id.in_(session_ids))):
        _lay(session, form)


def copy_day(source: Session, target: Session, posts: dict, lines: dict[int, int]) -> None:
    """Tables and seats as they were; nobody is marked yet."""
    day = db.session.get(ReceptionDay, source.id)
    if day is None or day.line_id is None or db.session.get(ReceptionDay, target.id):
        return
    copy = ReceptionDay(session_id=target.id, line_id=lines[day.line_id], tables=day.tables)
    copy.changed = True
    db.session.add(copy)
    for seat in seats_of(source.id):
        known = {name: getattr(seat, name) for name in OF_A_SEAT}
        db.session.add(Seat(session_id=target.id, **known))
    db.session.flush()


copiers[OccasionKind.RECEPTION] = copy_day
