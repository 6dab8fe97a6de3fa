"""The people of the journeys: one estate, its desk, and who meets there."""

from dataclasses import dataclass

from schemas.people_words import Role
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
