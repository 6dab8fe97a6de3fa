"""看电话: staff see a masked number; opening it is recorded."""

from server.core.audit import AuditEntry
from server.core.db import db
from tests import make
from tests import make_tickets as tickets


def test_the_desk_sees_a_masked_number_until_it_opens_it(post, get):
    ticket, worker = tickets.wish(), make.staff()
    seen = get(f"/api/tickets/{ticket.id}", by=worker).json["contact_phone"]
    opened = post(tickets.path(ticket, "contact"), by=worker, words="约上门时间").json

    assert (seen, opened["contact_phone"]) == ("138****0001", "13859740001")


def test_that_it_was_opened_is_recorded_without_a_personal_word(post):
    ticket, worker = tickets.wish(), make.staff()
    post(tickets.path(ticket, "contact"), by=worker, words="陈阿姨催了")
    entry = db.session.scalars(db.select(AuditEntry)).one()

    assert (entry.action, entry.actor_id) == ("open_contact", worker.id)
    assert entry.subject == f"tickets:{ticket.id}"
    assert "陈" not in str(entry.known)


def test_nobody_else_opens_it(post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)

    for by in (volunteer, make.viewer(), make.administrator()):
        assert post(tickets.path(ticket, "contact"), by=by, words="看看").status_code == 403


def test_another_communitys_desk_finds_no_such_ticket(post):
    ticket = tickets.wish()
    elsewhere = make.staff(at=make.community("浔南社区"))

    assert post(tickets.path(ticket, "contact"), by=elsewhere, words="看看").status_code == 404
