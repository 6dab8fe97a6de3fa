"""Themes in words."""

from schemas.market_words import ThemeKind
from server.markets import rules
from server.markets.models import Theme
from server.people.actor import Actor
from server.workdays.lunar import lunar_name


def themes(actor: Actor, rows: list[Theme]) -> dict:
    return {"items": [theme(actor, row) for row in rows]}


def theme(actor: Actor, row: Theme) -> dict:
    names = "id area_id kind month day title"
    return {name: getattr(row, name) for name in names.split()} | {
        "area_name": row.area.name,
        "kind_label": row.kind.label,
        "days_words": days_words(row),
        "may_change": rules.remove_theme(actor, row),
    }


def days_words(row: Theme) -> str:
    """3月 · 6月1日 · 农历五月初五"""
    if row.kind is ThemeKind.LUNAR:
        return f"农历{lunar_name(row.month, row.day)}"
    return f"{row.month}月" + (f"{row.day}日" if row.day else "")
