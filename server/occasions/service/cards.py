"""Printed personal codes: for whoever has no telephone, or does not want to take it out.

The token of a card follows from its id and a key of this deployment; its hash is what is kept, so
that a stolen database prints no cards. The paper can be made again within the hour of its link."""

import hmac
from base64 import b32encode
from hashlib import sha256

from flask import current_app
from sqlalchemy import select

from schemas.people_words import PersonState
from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import NotFound, Refusal
from server.core.keys import keys
from server.files.paper.card import PersonalCard, card_pdf
from server.files.service import check_signature, signature
from server.occasions.devices import Card
from server.occasions.service.people import card_hash
from server.people import service as people
from server.people.actor import Actor
from server.people.models import Person
from server.people.tree import NoDesk, top_area

MOST = 20  # cards of one person that are listed


class NotTheirs(Refusal):
    code, title = "account_is_off", "不能印卡"
    detail = "这个账号已停用、注销或并入别的账号"


def print_card(person: Person, *, by: Actor) -> Card:
    """A new one; older ones hold until somebody revokes them."""
    if person.state is not PersonState.ACTIVE or person.merged_into_id:
        raise NotTheirs
    card = Card(person_id=person.id, printed_by_id=by.id, token_hash=b"")
    card.token_hash = sha256(f"not yet {clock.now().timestamp()} {person.id}".encode()).digest()
    db.session.add(card)
    db.session.flush()
    card.token_hash = card_hash(_token(card, keys("SECRET", "cards")[0]))
    record("print_card", card, by=by, person_id=person.id)
    return card


def list_cards(person: Person) -> list[Card]:
    query = select(Card).where(Card.person_id == person.id).order_by(Card.id.desc())
    return list(db.session.scalars(query.limit(MOST)))


def revoke_card(card: Card, *, by: Actor) -> Card:
    """As of now: what was scanned before counts. Bears being asked twice."""
    if card.revoked_at is None:
        card.revoked_at = clock.now()
        record("revoke_card", card, by=by)
    return card


def number(card: Card) -> str:
    """To say on the telephone which one is lost; it opens nothing."""
    return f"K{card.id:06}"


def address(card: Card) -> str | None:
    """Where the paper opens for an hour, without signing in: a PDF reader cannot send a token."""
    if card.revoked_at:
        return None
    return f"/papers/cards/{card.id}.pdf?s={signature(_name(card.id), 'card')}"


def opened(card_id: int, sent: str) -> bytes:
    check_signature(_name(card_id), "card", sent)
    card = db.session.get(Card, card_id)
    if card is None or card.revoked_at:
        raise NotFound
    return card_pdf(
        PersonalCard(
            name=card.person.display_name,
            number=number(card),
            url=f"{current_app.config['PUBLIC_URL']}/q/k/{printed(card)}",
            community=desk_name(card.person),
            printed_on=clock.local(card.printed_at).date(),
        )
    )


def desk_name(person: Person) -> str:
    try:
        return people.desk_of(person.estate or top_area()).name
    except NoDesk:
        return top_area().name


def printed(card: Card) -> str:
    """By the key it was printed with: there may be a newer one."""
    for key in keys("SECRET", "cards"):
        if card_hash(_token(card, key)) == bytes(card.token_hash):
            return _token(card, key)
    raise NotFound


def _token(card: Card, key: bytes) -> str:
    mac = hmac.new(key, f"card|{card.id}|{card.person_id}".encode(), sha256).digest()
    return b32encode(mac[:15]).decode()


def _name(card_id: int) -> str:
    return f"card {card_id}"
