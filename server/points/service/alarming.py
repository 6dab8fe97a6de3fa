"""When points do not add up: whoever administers the highest area is told, once a day."""

from sqlalchemy import select

from schemas.people_words import Role
from server.core import clock
from server.core.db import db
from server.messages.service import tell_many
from server.people.models import RoleGrant
from server.people.service import ends_after_today, top_area


def alarm(found: int) -> None:
    """`found`: how many rows; of none nothing is said."""
    if not found:
        return
    at_top = RoleGrant.area_id == top_area().id, RoleGrant.role == Role.ADMINISTRATOR
    live = RoleGrant.since <= clock.today(), ends_after_today()
    ids = db.session.scalars(select(RoleGrant.person_id).where(*at_top, *live).distinct())
    words = f"昨晚核对积分账目，有 {found} 处对不上。请技术人员运行 make audit，逐条查看后再处理。"
    day = clock.today()
    tell_many(ids, "积分账目对不上", words, reason=lambda id: f"audit:{day}:person:{id}")
