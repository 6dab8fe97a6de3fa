"""A unit hears that what it has is over; and the desk, that nobody is left in a unit."""

import pytest

from schemas.people_words import Role
from schemas.ticket_words import ProxyRelation
from server.core.db import db
from server.people.models import Person
from tests import make
from tests import make_tickets as tickets
from tests.tickets.alarms import inbox

TITLES = {
    "withdraw": "居民撤回了",
    "merge": "并到别的单子了",
    "cannot_do": "写明暂办不了",
    "hand_over": "转给其他部门了",
}


def end(post, ticket, how):
    form = {
        "withdraw": {},
        "merge": {},
        "cannot_do": {"reason": "money", "words": "没有经费"},
        "hand_over": {"elsewhere": "hotline", "words": "请拨 12345"},
    }[how]
    if how == "merge":
        form = {"into": tickets.wish(make.person("别人")).number}
    by = ticket.wisher if how == "withdraw" else make.staff()
    answer = post(tickets.path(ticket, how), by=by, **form)
    assert answer.status_code == 200, answer.text


def titles(person) -> list[str]:
    return [message.title for message in inbox(person)]


@pytest.mark.parametrize("how", TITLES)
def test_the_unit_that_has_it_hears_that_it_is_over(clock, post, how):
    officer = make.officer()
    end(post, tickets.accepted_wish(officer=officer), how)

    assert TITLES[how] in titles(officer)


@pytest.mark.parametrize("how", TITLES)
def test_so_does_the_unit_that_was_asked(clock, post, how):
    officer = make.officer()
    end(post, tickets.offered_wish(unit=officer.live_grants[0].unit), how)

    assert TITLES[how] in titles(officer)


def leaves(officer, post):
    (grant,) = officer.live_grants
    answer = post(f"/api/people/grants/{grant.id}/end", by=make.administrator())
    assert answer.status_code == 200, answer.text


def test_the_desk_hears_that_the_last_officer_of_a_unit_has_left(clock, post):
    officer, desk = make.officer(), make.staff()
    ticket = tickets.accepted_wish(officer=officer)
    leaves(officer, post)
    (told,) = [m for m in inbox(desk) if m.title == "单位没有人经办了"]

    assert (told.link_id, "安居物业" in told.words) == (ticket.id, True)


def test_nothing_is_said_while_another_officer_is_there(clock, post):
    officer, desk = make.officer(), make.staff()
    tickets.accepted_wish(officer=officer)
    make.officer(officer.live_grants[0].unit, "副手")
    leaves(officer, post)

    assert "单位没有人经办了" not in titles(desk)


def test_an_officer_who_spoke_for_the_wisher_does_not_withdraw_what_the_unit_has(clock, post):
    officer = make.officer()
    aunt = make.person(phone="13859740001")
    ticket = tickets.wish(aunt, by=officer, proxy=ProxyRelation.RELATIVE)
    unit_id = officer.live_grants[0].unit_id
    post(tickets.path(ticket, "dispatch"), by=make.staff(), unit_id=unit_id)
    post(tickets.path(ticket, "accept"), by=officer)

    assert post(tickets.path(ticket, "withdraw"), by=officer).status_code == 403
    assert post(tickets.path(ticket, "withdraw"), by=aunt).status_code == 200


def test_whoever_did_the_work_logs_no_call_about_it(clock, post):
    worker = make.staff()
    make.grant(worker, Role.VOLUNTEER, tickets.parent(make.estate()))
    ticket = tickets.done_wish(volunteer=worker)
    said = {"reached": True, "words": "他说很满意"}

    assert post(tickets.path(ticket, "call_back"), by=worker, **said).status_code == 403
    assert post(tickets.path(ticket, "call_back"), by=make.staff(), **said).status_code == 200


def test_it_is_not_dispatched_to_the_wisher_under_their_new_account(clock, post):
    new = make.volunteer(display_name="陈阿姨新")
    ticket = tickets.wish(make.person("陈阿姨"))
    old = db.session.get_one(Person, ticket.wisher_id)
    old.merged_into_id = new.id
    make.saved(old)
    answer = post(tickets.path(ticket, "dispatch"), by=make.staff(), person_id=new.id, part="换灯")

    assert (answer.status_code, answer.json["code"]) == (409, "wisher_cannot_do")
