"""A new deployment: its places, and the first administrator, who lets everybody else in."""

import secrets

from sqlalchemy import select

from schemas.people_words import Level, Role, UnitKind
from server.core import audit
from server.core.db import db
from server.core.errors import Refusal
from server.people.account import set_staff_name
from server.people.models import Person, RoleGrant
from server.people.places import Area, Unit
from server.people.tree import top_area

CODE_SIGNS = "23456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that look like another on paper


class NoSuchArea(Refusal):
    code, title, detail = (
        "no_such_area",
        "没有这个编码的地方",
        "请先用 area 建立上级，并使用它打印的编码",
    )


class DeskNeeded(Refusal):
    """意见与投诉 goes to the highest desk: there must be one."""

    code, title = "desk_needed", "最上一级要有服务台电话"
    detail = "请加上 --desk-phone：意见与投诉由最上一级的服务台接收"


def found_area(name: str, level: Level, *, under: str | None, desk_phone: str | None) -> Area:
    """A place below the one with the code `under`; with a telephone number it gets a desk, which
    is the first receiver of what its residents bring."""
    above = under and db.session.scalar(select(Area).where(Area.code == under))
    if under and above is None:
        raise NoSuchArea
    if not under and not desk_phone:
        raise DeskNeeded
    area = Area(name=name, level=level, code=_signs(4), parent_id=above.id if above else None)
    area.path = f"?{area.code}"  # the path holds the id, which is not there yet
    db.session.add(area)
    db.session.flush()
    area.path = f"{above.path if above else '/'}{area.id}/"
    if desk_phone:
        desk = Unit(area=area, kind=UnitKind.DESK, name=f"{name}服务台", phone=desk_phone)
        db.session.add(desk)
    audit.record("found_area", area, by=None)
    return area


def found_administrator(name: str) -> str:
    """Over the highest area. Gives the password, which must be changed at the first sign-in."""
    top = top_area()
    person = Person(display_name="管理员")
    db.session.add(person)
    db.session.flush()
    grant = RoleGrant(person_id=person.id, role=Role.ADMINISTRATOR, area_id=top.id)
    db.session.add(grant)
    password = f"{_signs(5)}-{_signs(5).lower()}-{secrets.randbelow(90000) + 10000}"
    set_staff_name(person, {"name": name, "password": password}, by=None)
    audit.record("grant_role", grant, by=None, person_id=person.id, role=grant.role)
    return password


def _signs(count: int) -> str:
    return "".join(secrets.choice(CODE_SIGNS) for _ in range(count))
