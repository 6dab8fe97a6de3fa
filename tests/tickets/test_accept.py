"""接单: from now on it is in their hands."""

from tests import make
from tests import make_tickets as tickets


def test_whoever_accepts_holds_it_and_reads_what_was_said(post):
    officer = make.officer()
    ticket = tickets.offered_wish(unit=officer.live_grants[0].unit)
    answer = post(tickets.path(ticket, "accept"), by=officer)

    assert (answer.status_code, answer.json["state"]) == (200, "working")
    assert (answer.json["audience"], answer.json["contact_phone"]) == ("doer", "13859740001")
    assert (ticket.holder_id, ticket.holder_unit_id) == (None, officer.live_grants[0].unit_id)


def test_another_unit_does_not_even_see_it(post):
    ticket = tickets.offered_wish()
    elsewhere = make.officer(make.unit(name="别家物业"))

    assert post(tickets.path(ticket, "accept"), by=elsewhere).status_code == 404


def test_the_desk_does_not_accept_for_them(post):
    assert post(tickets.path(tickets.offered_wish(), "accept"), by=make.staff()).status_code == 403


def test_an_officer_whose_office_ended_accepts_nothing(post, clock):
    officer = make.officer()
    ticket = tickets.offered_wish(unit=officer.live_grants[0].unit)
    officer.live_grants[0].until = officer.live_grants[0].since
    make.saved(officer)

    assert post(tickets.path(ticket, "accept"), by=officer).status_code == 404


def test_accepting_twice_is_once(post):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)
    answer = post(tickets.path(ticket, "accept"), by=officer)

    assert (answer.status_code, answer.json["code"]) == (403, "not_allowed")
