"""Nobody who did the work judges it: neither by a unit's code, nor after leaving the unit."""

import pytest

from schemas.people_words import Role
from server.core.db import db
from server.people.models import Person
from tests import make, make_joint
from tests import make_tickets as tickets
from tests.tickets.sent import photo


@pytest.fixture
def by_code(post, sms, clock):
    def answer(made, act, *, by=None):
        slip = make_joint.slip(made, share=made.part(made.power))
        where = f"/api/tickets/slips/{slip.token}"
        clock.forward(minutes=2)
        assert post(f"{where}/code", key=None).status_code == 200
        code = sms.last_to(make_joint.MOBILE).params["code"]
        said = {"code": code, "act": act, "words": "断了", "proof_words": "看得到"}
        return post(f"{where}/answer", key=None, by=by, **said)

    return answer


@pytest.fixture
def rate(post):
    """By telephone, after the rest of it is done."""

    def send(made, who):
        green = made.part(made.green).id
        post(made.path("drop_part"), by=made.worker, assignment_id=green, words="不用")
        post(made.path("finish"), by=made.lead, proof_words="看得到", words="好了")
        who = db.session.get_one(Person, who.id)
        return post(made.path("rate"), by=who, solved="yes", satisfied="yes", route="phone")

    return send


@pytest.fixture
def made(clock):
    """The officer of 供电所 also sits at the desk."""
    joint = make_joint.accepted()
    make.grant(joint.power, Role.SOCIAL_WORKER, tickets.parent(joint.ticket.area))
    return joint


def leaves(officer, post):
    (grant,) = [g for g in officer.live_grants if g.role is Role.UNIT_OFFICER]
    assert post(f"/api/people/grants/{grant.id}/end", by=make.administrator()).status_code == 200
    db.session.expire_all()


def test_who_is_signed_in_and_answers_by_the_units_code_does_not_rate(made, by_code, rate):
    assert by_code(made, "finish", by=made.worker).status_code == 200

    assert rate(made, made.worker).status_code == 403


def test_nor_does_who_answered_by_code_and_left_the_unit(made, by_code, rate, post):
    assert by_code(made, "finish").status_code == 200
    leaves(made.power, post)

    assert rate(made, made.power).status_code == 403


def test_nor_who_answered_on_paper_and_left_the_unit(made, rate, post):
    typist = make.staff(at=tickets.parent(made.ticket.area), display_name="小抄")
    form = {"assignment_id": made.part(made.power).id, "act": "finish", "words": "断了"}
    post(made.path("by_paper"), by=typist, paper_ids=[photo(post, typist)], **form)
    leaves(made.power, post)

    assert rate(made, made.power).status_code == 403


def test_who_had_nothing_to_do_with_it_rates(made, by_code, rate):
    by_code(made, "finish")

    assert rate(made, make.staff(at=tickets.parent(made.ticket.area))).status_code == 200


def test_whoever_wished_it_does_not_say_by_code_that_it_is_done(made, by_code):
    assert by_code(made, "finish", by=made.ticket.wisher).status_code == 403
