"""What somebody agrees to: one purpose, one text, and taken back as easily as given."""

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.people.models import Consent


def give_consent(form: dict, *, by, channel: str = "app") -> Consent:
    """Given once: asking again for the same text answers with what is there."""
    same = Consent.purpose == form["purpose"], Consent.version == form["version"]
    mine = select(Consent).where(Consent.person_id == by.id, *same, Consent.withdrawn_at.is_(None))
    given = db.session.scalar(mine.limit(1))
    if given is None:
        given = Consent(person_id=by.id, channel=channel, **form)
        db.session.add(given)
    return given


def withdraw_consent(consent: Consent) -> Consent:
    consent.withdrawn_at = consent.withdrawn_at or clock.now()
    return consent
