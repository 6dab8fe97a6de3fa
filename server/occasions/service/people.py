"""Whom a code or a card means."""

from datetime import datetime
from hashlib import sha256
from typing import NamedTuple

from sqlalchemy import select

from schemas.occasion_words import Route
from schemas.people_words import PersonState
from schemas.scan_words import Refused
from server.core.db import db
from server.occasions import codes
from server.occasions.devices import Card
from server.people.models import Person


class Known(NamedTuple):
    """Somebody who is scanned, or why the code means nobody."""

    id: int | None
    ids: tuple[int, ...]  # under which rows may name them
    name: str
    route: Route
    refused: Refused | None


def nobody(route: Route, refused: Refused) -> Known:
    return Known(None, (), "", route, refused)


def known_by(sent: str, moment: datetime) -> Known:
    """By a personal code, or a printed card, as it was at that moment."""
    code = codes.read(sent)
    if code is None:
        return _by_card(sent, moment)
    if code.mark != codes.OWN:
        return nobody(Route.PERSONAL, Refused.SCREEN)
    if not codes.is_of_person(code):
        return nobody(Route.PERSONAL, Refused.FORGED)
    if not codes.is_fresh(code.step, moment, early=1):
        return nobody(Route.PERSONAL, Refused.EXPIRED)
    return somebody(code.subject, Route.PERSONAL)


def _by_card(sent: str, moment: datetime) -> Known:
    """A card that was revoked later was good then."""
    if codes.is_poster(sent):
        return nobody(Route.PERSONAL, Refused.POSTER)
    token = sent.rsplit("/", 1)[-1]
    found = db.session.scalar(select(Card).where(Card.token_hash == card_hash(token)))
    if found is None:
        return nobody(Route.CARD, Refused.UNKNOWN)
    if found.revoked_at and found.revoked_at <= moment:
        return nobody(Route.CARD, Refused.REVOKED)
    return somebody(found.person_id, Route.CARD)


def card_hash(token: str) -> bytes:
    return sha256(token.encode()).digest()


def somebody(person_id: int, route: Route) -> Known:
    """Whoever they were merged into; not somebody whose account is closed."""
    person = db.session.get(Person, person_id)
    if person is not None and person.merged_into_id:
        person = db.session.get(Person, person.merged_into_id)
    if person is None or person.state is not PersonState.ACTIVE:
        return nobody(route, Refused.NOBODY)
    aliases = select(Person.id).where(Person.merged_into_id == person.id)
    ids = (person.id, *db.session.scalars(aliases))
    return Known(person.id, ids, person.display_name, route, None)
