"""Figures in words: what each counts, of what, and for when."""

from server.core import clock
from server.core.paging import Page
from server.people.actor import Actor
from server.reports import months
from server.reports.figures import FIGURES
from server.workdays.lunar import day_words


def market_month(actor: Actor, told: dict) -> dict:
    first, last = told["days"]
    until = clock.local(told["until"])
    return {
        "area_id": told["area"].id,
        "area_name": told["area"].name,
        "month": told["month"],
        "period_words": f"{first.year}年{first.month}月1日–{last.day}日",
        "until_words": f"截至{until.month}月{until.day}日 {until:%H:%M}",
        "figures": [_figure(name, told["total"]) for name in FIGURES],
        "areas": [
            {"area_id": area_id, "area_name": row["name"], "values": row["values"]}
            for area_id, row in told["areas"].items()
        ],
        "outcomes": [
            {"kind": kind, "kind_label": kind.label, "outcome": outcome, "label": outcome.label,
             "value": count}
            for kind, outcome, count in told["outcomes"]
        ],
    }  # fmt: skip


def _figure(name: str, total: dict[str, int]) -> dict:
    figure = FIGURES[name]
    return {
        "name": name,
        "label": figure.label,
        "value": total[name],
        "base": total[figure.base] if figure.base else None,
        "base_label": figure.base and FIGURES[figure.base].label,
        "unit": figure.unit,
        "definition": figure.definition,
        "opens": name,
    }


def market_rows(actor: Actor, page: Page) -> Page:
    values = months.values_of([session.id for session in page.items])
    names = "id area_id on title theme state"
    rows = [
        {name: getattr(session, name) for name in names.split()}
        | {
            "area_name": session.area.name,
            "day_words": day_words(session.on),
            "state_label": session.state.label,
            "values": values[session.id],
        }
        for session in page.items
    ]
    return Page(rows, page.next)
