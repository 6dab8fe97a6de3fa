"""Devices and cards as the desk reads them."""

from server.core.paging import Page
from server.occasions import presence_rules as rules
from server.occasions.devices import Card, Device
from server.occasions.service import cards
from server.people.actor import Actor


def enrolled(actor: Actor, made: tuple[Device, str]) -> dict:
    """With the secret, which is told this once."""
    row, secret = made
    return device(actor, row) | {"secret": secret}


def device(actor: Actor, row: Device) -> dict:
    may = row.revoked_at is None and rules.revoke_device(actor, row)
    names = ("id", "name", "area_id", "enrolled_at", "revoked_at")
    return {name: getattr(row, name) for name in names} | {
        "area_name": row.area.name,
        "secret": None,
        "actions": [{"action": "revoke", "label": "停用"}] if may else [],
    }


def devices(actor: Actor, page: Page) -> Page:
    return Page([device(actor, row) for row in page.items], page.next)


def card(actor: Actor, row: Card) -> dict:
    may = row.revoked_at is None and rules.revoke_card(actor, row)
    return {
        "id": row.id,
        "person_id": row.person_id,
        "number": cards.number(row),
        "printed_at": row.printed_at,
        "revoked_at": row.revoked_at,
        "paper": cards.address(row) if rules.prints_cards(actor) else None,
        "actions": [{"action": "revoke", "label": "作废"}] if may else [],
    }


def person_cards(actor: Actor, rows: list[Card]) -> dict:
    return {"items": [card(actor, row) for row in rows]}
