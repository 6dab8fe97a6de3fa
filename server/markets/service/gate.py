"""三定三有: a market day is published only when time, people, duties, place, carrier and incentive
are all named."""

from sqlalchemy import exists, or_, select

from schemas.occasion_words import OccasionKind
from server.core.db import db
from server.markets.models import Stall
from server.markets.service.coming import comes
from server.occasions.models import Session
from server.occasions.parts import Post
from server.occasions.service.gates import gates


def missing(sessions: list[Session]) -> dict[int, list[str]]:
    """Time is in every session. Each missing one is said, in the order of the slogan."""
    ids = [session.id for session in sessions]
    carried = or_(_any(Stall), exists().where(comes()))
    named = select(Session.id, _any(Post), carried).where(Session.id.in_(ids))
    found = {row[0]: row[1:] for row in db.session.execute(named)}
    return {session.id: _lacks(session, *found[session.id]) for session in sessions}


def _lacks(session: Session, has_posts: bool, has_carrier: bool) -> list[str]:
    needed = {
        "定人（负责人）": session.lead_id is not None,
        "定责（岗位）": has_posts,
        "有阵地（地点）": bool(session.place),
        "有载体（摊位或服务车）": has_carrier,
        "有激励（怎么答谢志愿者）": bool(session.incentive or session.pool_id),
    }
    return [name for name, there in needed.items() if not there]


def _any(model):
    return exists().where(model.session_id == Session.id)


gates[OccasionKind.MARKET] = missing
