"""What somebody agrees to: one purpose, one text, and taken back as easily as given."""

from sqlalchemy import select

from schemas.people_words import Purpose
from server.core import clock
from server.core.db import db
from server.people.models import Consent


def give_consent(form: dict, *, by, channel: str = "app") -> Consent:
    """Given once: asking again for the same text answers with what is there."""
    return _given(by.id, form, channel)


def agree_for(child, purpose: Purpose, version: str, *, channel: str) -> Consent:
    """A guardian's consent, kept with the child it is for (PIPL 31)."""
    return _given(child.id, {"purpose": purpose, "version": version}, channel)


def _given(person_id: int, form: dict, channel: str) -> Consent:
    same = Consent.purpose == form["purpose"], Consent.version == form["version"]
    theirs = Consent.person_id == person_id, Consent.withdrawn_at.is_(None)
    given = db.session.scalar(select(Consent).where(*theirs, *same).limit(1))
    if given is None:
        given = Consent(person_id=person_id, channel=channel, **form)
        db.session.add(given)
    return given


def withdraw_consent(consent: Consent) -> Consent:
    consent.withdrawn_at = consent.withdrawn_at or clock.now()
    return consent
