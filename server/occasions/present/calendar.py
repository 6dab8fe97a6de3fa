"""Rows of the calendar: a page of sessions with their duties, lines and one's own part, in a fixed
number of statements."""

from collections import defaultdict

from sqlalchemy import CompoundSelect, Select, cast, func, null, select, union_all
from sqlalchemy.orm import joinedload

from server.core.db import db
from server.core.paging import Page
from server.occasions.models import Session
from server.occasions.parts import Line, Post, QueueNumber, Signup
from server.occasions.service import places
from server.occasions.service.found_there import found_there
from server.occasions.service.gates import lacking
from server.occasions.service.involved import waits
from server.occasions.service.words import ended_early, named, when
from server.people.actor import Actor
from server.workdays.lunar import day_words


def loaded(query: Select) -> Select:
    return query.options(joinedload(Session.area))


def cards(actor: Actor | None, page: Page) -> Page:
    ids = [session.id for session in page.items]
    places, there, mine = _places(ids), found_there(ids), _mine(actor, ids)
    without = lacking([session for session in page.items if session.state.has("planned")])
    return Page(
        [
            card(session)
            | {
                "places": places[session.id][0],
                "places_taken": places[session.id][1],
                "lines": there[session.id][0],
                "coming": there[session.id][1],
                "my_label": mine.get(session.id),
                "missing": without.get(session.id, []),
            }
            for session in page.items
        ],
        page.next,
    )


def card(session: Session) -> dict:
    return {
        "id": session.id,
        "kind": session.kind,
        "kind_label": session.kind.label,
        "title": session.title,
        "theme": session.theme,
        "on": session.on,
        "day_words": day_words(session.on),
        "starts_at": session.starts_at,
        "ends_at": session.ends_at,
        "place": session.place,
        "area_id": session.area_id,
        "area_name": session.area.name,
        "state": session.state,
        "state_label": session.state.label,
        "ended_early": ended_early(session),
        "checks_open": places.checks_open(session),
    }


def _places(ids: list[int]) -> dict[int, tuple[int, int]]:
    sums = select(Post.session_id, func.sum(Post.capacity), func.sum(Post.taken))
    rows = db.session.execute(sums.where(Post.session_id.in_(ids)).group_by(Post.session_id))
    return defaultdict(lambda: (0, 0), {row[0]: (row[1], row[2]) for row in rows})


def _mine(actor: Actor | None, ids: list[int]) -> dict[int, str]:
    """One's place at a duty, else one's number in a line: 已报名 · 引导, 义剪 6 号."""
    if actor is None:
        return {}
    found = {}
    for session_id, state, label, n in db.session.execute(_own_parts(actor.ids, ids)):
        found[session_id] = f"{label} {n} 号" if state is None else f"{state.label} · {label}"
    return found


def _own_parts(person_ids, ids: list[int]) -> CompoundSelect:
    """Numbers first, so that a place stands in their stead."""
    queued, signed = QueueNumber.session_id, Signup.session_id
    live = queued.in_(ids), QueueNumber.person_id.in_(person_ids), waits()
    numbers = select(queued, cast(null(), Signup.state.type), Line.label, QueueNumber.n)
    seats = signed.in_(ids), Signup.person_id.in_(person_ids), Signup.is_live()
    places = select(signed, Signup.state, Post.label, null())
    return union_all(
        numbers.join(QueueNumber.line).where(*live), places.join(Signup.post).where(*seats)
    )


def month(actor: Actor, told: list[tuple[Session, list[str]]]) -> dict:
    """Each session of a month that was to be published, and what it lacks."""
    return {
        "items": [
            {
                "session_id": session.id,
                "on": session.on,
                "words": when(session),
                "title": named(session),
                "area_name": session.area.name,
                "published": not missing,
                "missing": missing,
            }
            for session, missing in told
        ]
    }
