"""Somebody leaves at the very moment they are given something: run several times, whoever has gone
holds nothing, whichever came first."""

import pytest

from server.core.db import db
from server.people.identities import PHONE, add_identity
from server.people.models import PersonState
from server.people.throttle import Tries
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets
from tests.browser import Browser
from tests.races.test_steps_at_once import now, step, wisher

ROUNDS = 6


def ending(volunteer):
    path = f"/api/people/grants/{volunteer.live_grants[0].id}/end"
    token = make.token(make.administrator())
    return lambda web: web.post(path, token=token)


@pytest.fixture
def closing(app, sms):
    """The owner of this number closes their account."""

    def closing(person, number):
        db.session.execute(db.delete(Tries))
        db.session.commit()
        Browser(app).post("/api/people/sign_in/sms_code", key=None, phone=number)
        code, token = sms.last_to(number).params["code"], make.token(person)
        form = {"phone": number, "code": code}
        return lambda web: web.post("/api/people/me/close", token=token, key=None, **form)

    return closing


def resident(number):
    person = make.person(phone=number, estate=make.estate())
    add_identity(person, PHONE, number)
    db.session.commit()
    return person


@pytest.mark.parametrize("nth", range(ROUNDS))
def test_whoever_claims_while_their_role_ends_holds_nothing(together, nth):
    volunteer, ticket = make.volunteer(), tickets.open_wish(wisher())
    together(step(ticket, "claim", volunteer), ending(volunteer))

    assert now(ticket).holder_id != volunteer.id


@pytest.mark.parametrize("nth", range(ROUNDS))
def test_whoever_is_asked_while_their_role_ends_holds_nothing(together, nth):
    volunteer, ticket = make.volunteer(), tickets.wish(wisher())
    worker = make.staff(at=tickets.parent(ticket.area))
    asks = step(ticket, "dispatch", worker, person_id=volunteer.id, part="换灯")
    together(asks, ending(volunteer))

    assert now(ticket).state == "received"


@pytest.mark.parametrize("nth", range(ROUNDS))
def test_no_wish_outlives_the_account_that_closes(together, closing, nth):
    tickets.categories()
    number = f"1385975{nth:04}"
    person = resident(number)
    token, form = make.token(person), {"estate_id": person.estate_id, "text": "灯坏了"}

    def wishes(web):
        return web.post("/api/wishes/", token=token, **form)

    together(wishes, closing(person, number))
    db.session.expire_all()

    assert db.session.get_one(type(person), person.id).state is PersonState.CLOSED
    left = db.session.scalars(db.select(Ticket).where(Ticket.wisher_id == person.id)).all()
    assert [t for t in left if t.state == "received" or t.details.contact_phone] == []
