"""Cards: a personal code on paper."""

from schemas.occasion_codes import CardView
from schemas.paging import listed
from server.occasions import presence_rules as rules
from server.occasions.devices import Card
from server.occasions.present import enrolled as present
from server.occasions.routes.api import api
from server.occasions.service import cards
from server.people.models import Person

HOLDER = {"on": Person, "visible": rules.visible_holders}


@api.get(
    "/persons/<id:person_id>/cards",
    **HOLDER,
    may=rules.list_cards,
    gives=listed(CardView),
    shows=present.person_cards,
)
def list_cards(actor, person):
    """签到卡: of somebody, the newest first"""
    return cards.list_cards(person)


@api.post(
    "/persons/<id:person_id>/cards/print",
    **HOLDER,
    may=rules.print_card,
    gives=CardView,
    shows=present.card,
    status=201,
)
def print_card(actor, person):
    """印签到卡: a new one; its paper opens for an hour"""
    return cards.print_card(person, by=actor)


@api.post(
    "/cards/<id:card_id>/revoke",
    on=Card,
    visible=rules.visible_cards,
    lock=True,
    may=rules.revoke_card,
    gives=CardView,
    shows=present.card,
)
def revoke_card(actor, card):
    """作废: from now on it checks nobody in; what it did before counts"""
    return cards.revoke_card(card, by=actor)
