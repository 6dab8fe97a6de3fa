"""Slips per unit, in words."""

from server.core import clock
from server.core.paging import Page
from server.people.actor import Actor
from server.reports.units import FIGURES
from server.tickets.parts import Assignment


def unit_slips(actor: Actor, told: dict) -> dict:
    since, until = told["form"]["since"], told["form"]["until"]
    now = clock.local(clock.now())
    counts = [{name: getattr(row, name) for name in FIGURES} for row in told["rows"]]
    return {
        "area_id": told["area"].id,
        "area_name": told["area"].name,
        "period_words": f"{since:%Y}年{since.month}月{since.day}日–"
        f"{until:%Y}年{until.month}月{until.day}日派出的",
        "until_words": f"截至{now.month}月{now.day}日 {now:%H:%M}",
        "figures": [
            {"name": name, "label": label, "base_label": base, "definition": definition}
            for name, (label, base, definition, _) in FIGURES.items()
        ],
        "total": {name: sum(one[name] for one in counts) for name in FIGURES},
        "units": [
            {"unit_id": row.id, "unit_name": row.name, "kind_label": row.kind.label, "counts": own}
            for row, own in zip(told["rows"], counts, strict=True)
        ],
    }


def unit_bounces(actor: Actor, page: Page) -> Page:
    return Page([_bounce(actor, bounced) for bounced in page.items], page.next)


def _bounce(actor: Actor, bounced: Assignment) -> dict:
    ticket = bounced.ticket
    at_desk = actor.works_at(ticket.area.path)
    return {
        "unit_id": bounced.unit_id,
        "unit_name": bounced.unit.name,
        "role_label": "协办" if bounced.is_part else "主办",
        "number": ticket.number,
        "category_label": ticket.category.label,
        "area_name": ticket.area.name,
        "offered_at": bounced.made_at,
        "bounced_at": bounced.changed_at,
        "reason": bounced.reason if at_desk else None,
        "ticket_id": ticket.id if at_desk else None,
    }
