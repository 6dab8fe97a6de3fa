"""The tree of areas: paths, ancestors, and the desk that is nearest."""

from sqlalchemy import ColumnElement, bindparam, func, or_, select
from sqlalchemy.orm import aliased

from schemas.people_words import Level, UnitKind
from server.core.db import db
from server.core.errors import NotFound, Refusal
from server.people.places import Area, Unit


class NoDesk(Refusal):
    code, title = "no_desk", "这里还没有服务台"
    detail = "请拨打社区电话，工作人员会为您登记"


def ids_in(path: str) -> list[int]:
    """ "/1/4/9/" → [1, 4, 9], from the county down."""
    return [int(part) for part in path.strip("/").split("/")]


def area_path(area_id: int) -> str:
    path = db.session.scalar(select(Area.path).where(Area.id == area_id))
    if path is None:
        raise NotFound
    return path


def around(column, area_id: int) -> ColumnElement[bool]:
    """Rows of the area, of all above it and all below. Their ids are looked up first and stand in
    the statement as they are: of areas it does not know, PostgreSQL plans as if each were busy."""
    here = aliased(Area)
    near = or_(Area.path.startswith(here.path), here.path.startswith(Area.path))
    query = select(Area.id).join(here, near).where(here.id == area_id)
    ids = list(db.session.scalars(query))
    if not ids:
        raise NotFound
    return column.in_(bindparam("around", ids, expanding=True, literal_execute=True))


def top_area() -> Area:
    """The county, or whatever stands highest here."""
    highest = select(Area).where(Area.parent_id.is_(None)).order_by(Area.id).limit(1)
    area = db.session.scalar(highest)
    if area is None:
        raise NotFound
    return area


def ancestor(area: Area, level: Level) -> Area | None:
    """The area itself or one above it that has this level."""
    wanted = select(Area).where(Area.id.in_(ids_in(area.path)), Area.level == level)
    return db.session.scalar(wanted.order_by(func.length(Area.path).desc()).limit(1))


def desk_of(area: Area) -> Unit:
    """The nearest desk: of the area itself or of one above it."""
    return _desk(area, func.length(Area.path).desc())


def top_desk(area: Area) -> Unit:
    """The highest desk above the area: where complaints about the nearest one go."""
    return _desk(area, func.length(Area.path))


def _desk(area: Area, order) -> Unit:
    on_the_way_up = Area.id.in_(ids_in(area.path)), Unit.kind == UnitKind.DESK
    wanted = select(Unit).join(Area).where(*on_the_way_up).order_by(order, Unit.id).limit(1)
    desk = db.session.scalar(wanted)
    if desk is None:
        raise NoDesk
    return desk
