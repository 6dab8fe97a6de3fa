"""Checking in and out by a code: judged, written down, counted, answered."""

from datetime import datetime, timedelta

from schemas.occasion_words import Capacity, Route
from schemas.occasions import SessionState
from schemas.scan_words import Refused
from server.core import clock
from server.occasions import codes
from server.occasions.models import Session
from server.occasions.service import answers, presence, signups
from server.occasions.service.people import Known, known_by
from server.occasions.service.places import Place, place
from server.occasions.service.presence import Made
from server.occasions.service.spots import is_near
from server.people.actor import Actor
from server.people.throttle import Limit, count_try, forget_tries

TRIES, PAUSE = 5, timedelta(minutes=5)  # wrong digits, and how long somebody then waits
MOST_REFUSED = 30  # a minute: what is refused is written down, too


def scan_code(form: dict, *, by: Actor) -> dict:
    """The rotating code of a session's screen, on one's own telephone."""
    now, code = clock.now(), codes.read(form["code"])
    ours = code is not None and code.mark in codes.MARKS
    spot = place(code.subject, by.ids) if ours else None
    direction = codes.MARKS[code.mark] if ours else None
    refused = Refused.UNKNOWN if not ours else _judge_code(code, spot, now)
    return _by_oneself(form, spot, direction, refused, Route.SCREEN, now, by=by)


def scan_digits(session: Session, form: dict, *, by: Actor) -> dict:
    """The six digits of a session's screen, typed. Five wrong ones, then five minutes."""
    limit = Limit(f"digits:{by.id}", TRIES, PAUSE)
    count_try(limit)
    now, spot = clock.now(), place(session.id, by.ids)
    direction = spot.secret and codes.same_digits(form["digits"], spot.secret, spot.id, now)
    if direction:
        forget_tries(limit)
    refused = _closed(spot, now) or (None if direction else Refused.WRONG_DIGITS)
    return _by_oneself(form, spot, direction or None, refused, Route.DIGITS, now, by=by)


def scan_person(session: Session, form: dict, *, by: Actor) -> dict:
    """Somebody's personal code or card, scanned by a steward or the desk."""
    now = clock.now()
    known = known_by(form["code"], now)
    spot = place(session.id, known.ids)
    made = {"route": known.route, "direction": form["direction"], "scanner_id": by.id}
    made |= {"capacity": _as_what(form.get("capacity"), spot), "client_id": form["client_id"]}
    refused = known.refused or _closed(spot, now) or _themselves(known, by)
    refused = refused or _without_duty(made["capacity"], spot, known, by)
    return taken(made, spot, known, refused, now, by=by)


def taken(made: dict, spot: Place | None, known: Known, refused, now: datetime, *, by) -> dict:
    """Written down, and counted unless it is refused; the answer for whoever scanned."""
    if refused:
        count_try(Limit(f"scans_refused:{by.id}", MOST_REFUSED, timedelta(minutes=1)))
    scan = Made(
        session_id=spot and spot.id,
        person_id=known.id,
        scanned_at=now,
        received_at=now,
        refused=refused,
        **made,
    )
    if not presence.keep(scan):
        return answers.again(scan.client_id, by=by)
    if refused:
        return answers.refusal(scan, spot, known)
    seated = spot.seated or signups.is_seated(spot.id, known.ids)
    there = presence.count(scan, spot.length, seated=seated)
    return answers.told(scan, spot, known, there)


def _by_oneself(form, spot, direction, refused, route: Route, now, *, by: Actor) -> dict:
    me = Known(by.id, by.ids, by.name, route, None)
    capacity = _as_what(form.get("capacity"), spot)
    refused = refused or _without_duty(capacity, spot, me, by)
    made = {"route": route, "direction": direction, "capacity": capacity, "scanner_id": by.id}
    made |= {"client_id": form["client_id"], "phone_id": form.get("phone_id")}
    made["near"] = is_near(form.get("spot"), spot)
    return taken(made, spot, me, refused, now, by=by)


def _judge_code(code: codes.Read, spot: Place | None, now: datetime) -> Refused | None:
    """Forged before expired: nobody learns how an old code would have to look."""
    if spot is None or not spot.secret or not codes.is_of_session(code, spot.secret):
        return Refused.FORGED
    if not codes.is_fresh(code.step, now):
        return Refused.EXPIRED
    return _closed(spot, now)


def _closed(spot: Place, moment: datetime) -> Refused | None:
    if spot.state is SessionState.CALLED_OFF:
        return Refused.CALLED_OFF
    is_shown = spot.state.has("public")
    return None if is_shown and spot.is_open(moment) else Refused.NOT_OPEN


def _as_what(asked: Capacity | None, spot: Place | None) -> Capacity:
    return asked or (Capacity.DUTY if spot and spot.seated else Capacity.VISIT)


def _without_duty(capacity: Capacity, spot: Place | None, known: Known, by) -> Refused | None:
    """Somebody who says they serve and has signed up for nothing: a walk-in, if a post has room."""
    if capacity is Capacity.VISIT or spot is None or spot.seated:
        return None
    return signups.walk_in(spot, known, by=by)


def _themselves(known: Known, by: Actor) -> Refused | None:
    return Refused.SELF if by.id in known.ids else None
