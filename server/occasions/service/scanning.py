"""Checking in and out by a code: judged, written down, counted, answered."""

from datetime import datetime, timedelta

from sqlalchemy import func, select

from schemas.occasion_words import Capacity, Direction, Route
from schemas.occasions import SessionState
from schemas.scan_words import Refused
from server.core import clock
from server.core.db import db
from server.occasions import codes
from server.occasions.models import Session
from server.occasions.service import answers, presence, signups, walk_ins
from server.occasions.service.people import Known, known_by
from server.occasions.service.places import Place, over_at, place
from server.occasions.service.presence import Made, terms
from server.occasions.service.spots import is_near
from server.people.actor import Actor
from server.people.throttle import Limit, TooManyTries, count_try, forget_tries

TRIES, PAUSE = 5, timedelta(minutes=5)  # wrong digits, and how long somebody then waits
MOST_REFUSED = 30  # a minute: what is refused is written down, too
MOST_AGAIN = 30  # a minute, of one person: who scans once more is there already


def scan_code(form: dict, *, by: Actor) -> dict:
    """The rotating code of a session's screen, on one's own telephone."""
    now, code = clock.now(), codes.read(form["code"])
    ours = code is not None and code.mark in codes.MARKS
    spot = place(code.subject, by.ids) if ours else None
    direction = codes.MARKS[code.mark] if ours else None
    refused = _judge_code(code, spot, now) if ours else _foreign(form["code"])
    if refused is Refused.FORGED:  # then it says nothing about any session
        spot = direction = None
    elif ours and form.get("session_id", spot.id) != spot.id:
        refused = Refused.OTHER_SESSION
    return _by_oneself(form, spot, direction, refused, Route.SCREEN, now, by=by)


def scan_digits(session: Session, form: dict, *, by: Actor) -> dict:
    """The six digits of a session's screen, typed. Five wrong ones, then five minutes."""
    limit = Limit(f"digits:{by.id}", TRIES, PAUSE, pause=PAUSE)
    count_try(limit)
    now, spot = clock.now(), place(session.id, by.ids)
    direction = spot.secret and codes.same_digits(form["digits"], spot.secret, spot.id, now)
    if direction:
        forget_tries(limit)
    refused = closed(spot, now, direction) or (None if direction else Refused.WRONG_DIGITS)
    return _by_oneself(form, spot, direction or None, refused, Route.DIGITS, now, by=by)


def scan_person(session: Session, form: dict, *, by: Actor) -> dict:
    """Somebody's personal code or card, scanned by a steward or the desk."""
    now = clock.now()
    known = known_by(form["code"], now)
    spot = place(session.id, known.ids)
    refused = known.refused or closed(spot, now, form["direction"]) or themselves(known, by)
    return of_another(form, spot, known, refused, now, by=by)


def of_another(form: dict, spot: Place, known: Known, refused, at: datetime, *, by: Actor) -> dict:
    """A scan of somebody else: as what, and whether a post has room for them."""
    capacity = as_what(form.get("capacity"), form["direction"], spot)
    refused = refused or _without_duty(capacity, form["direction"], spot, known, by)
    made = {"route": known.route, "direction": form["direction"], "capacity": capacity}
    made |= {"scanner_id": by.id, "client_id": form["client_id"], "reason": form.get("reason")}
    return taken(made, spot, known, refused, at, by=by)


def taken(made: dict, spot: Place | None, known: Known, refused, at: datetime, *, by) -> dict:
    """Written down, and counted unless it is refused; the answer for whoever scanned."""
    if refused:
        count_try(Limit(f"scans_refused:{by.id}", MOST_REFUSED, timedelta(minutes=1)))
    scan = Made(
        session_id=spot and spot.id,
        person_id=known.id,
        scanned_at=at,
        received_at=clock.now(),
        refused=refused,
        **made,
    )
    if not presence.keep(scan):
        count_try(Limit(f"scans_again:{by.id}:{known.id}", MOST_AGAIN, timedelta(minutes=1)))
        return answers.again(scan, known, by=by)
    if refused:
        return answers.refusal(scan, spot, known)
    seated = spot.seated or signups.is_seated(spot.id, known.ids)
    there = presence.count(scan, terms(spot, known.ids, seated=seated, later=False))
    if there.lately > MOST_AGAIN:  # of one person: a door with a hundred is not held up
        raise TooManyTries(timedelta(minutes=1))
    return answers.told(scan, spot, known, there)


def _by_oneself(form, spot, direction, refused, route: Route, now, *, by: Actor) -> dict:
    me = Known(by.id, by.ids, by.name, route, None)
    capacity = as_what(form.get("capacity"), direction, spot)
    refused = refused or _without_duty(capacity, direction, spot, me, by)
    made = {"route": route, "direction": direction, "capacity": capacity, "scanner_id": by.id}
    made |= {"client_id": form["client_id"], "phone_id": form.get("phone_id")}
    made["near"] = is_near(form.get("spot"), spot)
    return taken(made, spot, me, refused, now, by=by)


def _foreign(sent: str) -> Refused:
    return Refused.POSTER if codes.is_poster(sent) else Refused.UNKNOWN


def _judge_code(code: codes.Read, spot: Place | None, now: datetime) -> Refused | None:
    """Forged before expired: nobody learns how an old code would have to look."""
    if spot is None or not spot.secret or not codes.is_of_session(code, spot.secret):
        return Refused.FORGED
    if not codes.is_fresh(code.step, now):
        return Refused.EXPIRED
    return closed(spot, now, codes.MARKS[code.mark])


def closed(spot: Place, moment: datetime, direction: Direction | None) -> Refused | None:
    """When it is over people leave, and nobody comes."""
    if spot.state is SessionState.CALLED_OFF:
        return Refused.CALLED_OFF
    if not spot.state.has("public") or not spot.is_open(moment):
        return Refused.NOT_OPEN
    comes = direction is Direction.IN
    return Refused.OVER if comes and moment > over_at(spot) else None


def as_what(asked: Capacity | None, direction, spot: Place | None) -> Capacity | None:
    """Duty for whoever has one. Whoever leaves leaves as what they came."""
    if asked or spot is None:
        return asked
    if direction is Direction.OUT and spot.stays_as:
        return spot.stays_as
    return Capacity.DUTY if spot.seated else Capacity.VISIT


def _without_duty(
    capacity: Capacity | None, direction, spot: Place | None, known: Known, by: Actor
) -> Refused | None:
    """Somebody who says they serve and has signed up for nothing: a walk-in, if a post has room.
    Two scanners at once seat them once."""
    comes = direction is Direction.IN and capacity is Capacity.DUTY
    if not comes or spot is None or spot.seated:
        return None
    name = func.hashtextextended(f"walk_in:{spot.id}:{known.id}", 0)
    db.session.execute(select(func.pg_advisory_xact_lock(name)))
    if signups.is_seated(spot.id, known.ids):
        return None
    return walk_ins.walk_in(spot, known, by=by)


def themselves(known: Known, by: Actor) -> Refused | None:
    return Refused.SELF if by.id in known.ids else None
