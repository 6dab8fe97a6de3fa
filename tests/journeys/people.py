"""The people of the journeys: one estate, its desk, and who meets there."""

from dataclasses import dataclass

from schemas.people_words import Role
from server.core.db import db
from server.people.board import post_hotline, post_notice
from server.people.models import Person
from server.people.places import Area
from tests import make, make_tickets

DOOR = "3栋 2单元 501"


@dataclass
class Neighbourhood:
    community: Area
    estate: Area
    aunt: Person
    worker: Person
    colleague: Person
    volunteer: Person


def neighbourhood() -> Neighbourhood:
    make_tickets.categories()
    community = make.community()
    estate = make.estate(of=community)
    return Neighbourhood(
        community=community,
        estate=estate,
        aunt=aunt(estate),
        worker=make.staff(Role.SOCIAL_WORKER, at=community, display_name="苏雅琴"),
        colleague=make.staff(Role.COMMUNITY_STAFF, at=community, display_name="陈丽萍"),
        volunteer=make.volunteer(display_name="林师傅", estate=estate),
    )


def aunt(estate: Area) -> Person:
    known = {"phone": "13859740001", "real_name": "陈玉兰", "is_demo": True}
    return make.person("陈阿姨", estate=estate, **known)


def hang_up_notices(who: Neighbourhood) -> None:
    """What a home page shows when a community is at work."""
    words = {"title": "周六晚灯光球场放露天电影", "body": "片子是《家园》，自带小板凳。"}
    post_notice(who.community, words | {"until": None}, by=make_tickets.actor(who.worker))
    hotline = {"label": "物业值班", "phone": "0595-23522120", "hours": "8:00–22:00", "position": 1}
    post_hotline(who.community, hotline)
    db.session.commit()
