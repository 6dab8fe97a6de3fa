"""What an area says: its notices and telephone numbers, and those of the areas above it."""

from sqlalchemy import false, func, or_, select
from sqlalchemy.orm import contains_eager

from schemas.people_words import Level
from server.core import clock
from server.core.db import db
from server.people.places import Area, Hotline, Notice, Unit
from server.people.tree import NoDesk, ancestor, desk_of, ids_in
from server.workdays.lunar import day_words

TO_THE_COMMUNITIES = (Level.COUNTY, Level.TOWN, Level.COMMUNITY)


def list_areas(areas, form: dict) -> list[Area]:
    if code := form.get("code"):
        path = db.session.scalar(select(Area.path).where(Area.code == code))
        areas = areas.where(Area.id.in_(ids_in(path) if path else []))
    elif under_id := form.get("under_id"):
        path = db.session.scalar(select(Area.path).where(Area.id == under_id))
        below = Area.path.startswith(path, autoescape=True) if path else false()
        areas = areas.where(below, Area.id != under_id)
    else:
        areas = areas.where(Area.level.in_(TO_THE_COMMUNITIES))
    return db.session.scalars(areas.order_by(func.length(Area.path), Area.id)).all()


def list_units(area: Area) -> dict:
    """Whose officer a grant in this area may name."""
    query = select(Unit).join(Area).where(Area.path.startswith(area.path, autoescape=True))
    return {"items": db.session.scalars(query.order_by(Unit.name, Unit.id)).all()}


def board_of(area: Area) -> dict:
    try:
        desk = desk_of(area)
    except NoDesk:
        desk = None
    community = ancestor(area, Level.COMMUNITY)
    words = {"notices": notices_of(area), "hotlines": hotlines_of(area)}
    today = day_words(clock.today())
    return {"area": area, "community": community, "desk": desk, "today_words": today, **words}


def notices_of(area: Area) -> list[Notice]:
    """Of the area and of all above it, newest first."""
    shown = or_(Notice.until.is_(None), Notice.until > clock.today())
    return _on_the_way_up(Notice, area, shown, Notice.published_at.desc(), Notice.id.desc())


def hotlines_of(area: Area) -> list[Hotline]:
    """Nearest first, then in the order in which people need them."""
    nearest = func.length(Area.path).desc(), Hotline.position, Hotline.id
    return _on_the_way_up(Hotline, area, Hotline.until.is_(None), *nearest)


def _on_the_way_up(kind, area: Area, shown, *order):
    wanted = select(kind).join(kind.area).options(contains_eager(kind.area)).order_by(*order)
    return db.session.scalars(wanted.where(kind.area_id.in_(ids_in(area.path)), shown)).all()


def post_notice(area: Area, form: dict, *, by) -> Notice:
    return _added(Notice(area=area, published_by_id=by.id, **form))


def post_hotline(area: Area, form: dict) -> Hotline:
    return _added(Hotline(area=area, **form))


def end(row: Notice | Hotline) -> Notice | Hotline:
    """From today it is no longer shown; it stays on record."""
    row.until = clock.today()
    return row


def _added(row):
    db.session.add(row)
    db.session.flush()
    return row
