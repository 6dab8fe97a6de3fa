"""节庆主题, 月月有主题: what the days of a market are called, by month and around festivals."""

from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import joinedload

from schemas.market_words import ThemeKind
from schemas.occasion_words import OccasionKind
from server.core.db import db
from server.core.errors import NotAllowed
from server.markets.models import Theme
from server.occasions.models import Series
from server.occasions.rules import runs
from server.occasions.service.sessions import NOTHING, Called, themes
from server.people.actor import Actor
from server.people.places import Area
from server.people.tree import area_path, ids_in
from server.workdays.lunar import lunar_date

EVE = 3  # days before a festival that already have its theme


def list_themes(area_id: int) -> list[Theme]:
    """Its own and those of the areas above it, by month."""
    return _of(area_path(area_id))


def _of(path: str) -> list[Theme]:
    query = select(Theme).options(joinedload(Theme.area)).where(Theme.area_id.in_(ids_in(path)))
    return list(db.session.scalars(query.order_by(Theme.month, Theme.day, Theme.id)))


def set_theme(form: dict, *, by: Actor) -> Theme:
    """Said again for the same days of the same area, they are called anew."""
    area = db.session.get(Area, form["area_id"])
    if area is None or not runs(by, area.path):
        raise NotAllowed
    saved = insert(Theme).values(**form)
    once = [Theme.area_id, Theme.kind, Theme.month, Theme.day]
    again = saved.on_conflict_do_update(index_elements=once, set_={"title": form["title"]})
    told = select(Theme).from_statement(again.returning(Theme))
    return db.session.scalars(told, execution_options={"populate_existing": True}).one()


def remove_theme(theme: Theme) -> list[Theme]:
    """Sessions that have it already keep it. Those that are left."""
    path = theme.area.path
    db.session.delete(theme)
    db.session.flush()
    return _of(path)


def themes_of(series: Series, days: list[date]) -> dict[date, Called]:
    known = _of(area_path(series.area_id))
    return {day: theme_of(known, day) for day in days}


def theme_of(known: list[Theme], day: date) -> Called:
    """A festival on the day or within three days after it, the nearest one; else the month's. Of
    several, that of the nearest area."""
    fitting = [(away, theme) for theme in known if (away := _away(theme, day)) is not None]
    best = min(fitting, key=lambda one: (one[0], -len(one[1].area.path)), default=None)
    return Called(best[1].title, best[1].kind is not ThemeKind.MONTH) if best else NOTHING


def _away(theme: Theme, day: date) -> int | None:
    """In how many days it is; a month comes after every festival; None: it is not near."""
    if theme.kind is ThemeKind.MONTH:
        return EVE + 1 if theme.month == day.month else None
    ahead = (day + timedelta(days=n) for n in range(EVE + 1))
    return next((n for n, then in enumerate(ahead) if _falls_on(theme, then)), None)


def _falls_on(theme: Theme, day: date) -> bool:
    if theme.kind is ThemeKind.SOLAR:
        return (theme.month, theme.day) == (day.month, day.day)
    lunar = lunar_date(day)
    return not lunar.leap and (theme.month, theme.day) == (lunar.month, lunar.day)


themes[OccasionKind.MARKET] = themes_of
