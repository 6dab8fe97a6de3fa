"""Is there a crew? What the desk ought to see to before a session begins."""

from sqlalchemy import select

from schemas.occasion_words import OccasionKind
from schemas.occasions import PUBLISHED
from schemas.people_words import DESK, PersonState
from server.core import clock
from server.core.db import db
from server.messages.service import tell_many
from server.occasions.models import Session
from server.occasions.parts import Post
from server.occasions.service import words as said
from server.occasions.service.ending import WARNS
from server.people.models import Person, RoleGrant
from server.people.places import Area
from server.people.service import ends_after_today
from server.people.tree import ids_in


def warnings(session: Session) -> list[str]:
    """Of one that is still to come; nothing here keeps it from being published."""
    if session.state.has("over") or session.ends_at <= clock.now():
        return []
    nobody = [] if session.lead_id else ["还没有负责人"]
    # of a reception day its seats are what must be there
    return nobody if session.kind is OccasionKind.RECEPTION else _of_the_posts(session) + nobody


def _of_the_posts(session: Session) -> list[str]:
    posts = db.session.scalars(select(Post).where(Post.session_id == session.id).order_by(Post.id))
    found, steward = [], False
    for post in posts:
        steward = steward or post.steward
        if post.taken < post.minimum:
            found.append(f"{post.label}：{post.taken} 人报名，至少要 {post.minimum} 人")
    if not steward:
        found.append("没有能扫码签到的岗位，只能由工作人员扫")
    return found


def warn_of_crew(session: Session) -> None:
    """Two days before: whoever leads it, and the desk, once."""
    soon = session.starts_at - WARNS <= clock.now() < session.starts_at
    found = warnings(session) if session.state is PUBLISHED and soon else []
    if found:
        words = f"{said.when(session)}：{'；'.join(found)}。"
        tell_many(
            {*desk_staff(session.area), *([session.lead_id] if session.lead_id else [])},
            f"{session.title}还缺人手",
            words,
            reason=lambda person_id: f"session:{session.id}:crew:person:{person_id}",
            link=("session", session.id),
        )


def desk_staff(area: Area, highest: Area | None = None) -> list[int]:
    """Who works at the nearest desk that has anybody, and at none above the `highest`: not
    everybody up to the county."""
    query = (
        select(RoleGrant.person_id, RoleGrant.area_id)
        .join(Person, Person.id == RoleGrant.person_id)
        .where(
            RoleGrant.role.in_(DESK),
            RoleGrant.area_id.in_(ids_in(area.path)),
            RoleGrant.since <= clock.today(),
            ends_after_today(),
            Person.state == PersonState.ACTIVE,
        )
    )
    rows = db.session.execute(query).all()
    up = ids_in(area.path)[::-1]
    if highest is not None:
        up = up[: up.index(highest.id) + 1]
    nearest = next((place for place in up if any(row.area_id == place for row in rows)), None)
    return sorted({row.person_id for row in rows if row.area_id == nearest})
