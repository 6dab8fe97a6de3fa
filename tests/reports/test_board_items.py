"""The rows of the public board: who works on it and what came of it, as it stands today."""

from schemas.ticket_words import ProxyRelation
from server.core.db import db
from server.tickets.models import Ticket
from server.tickets.service import hands, joint
from tests import make, make_joint
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.reports.test_boards import aunt, items, reported


def test_every_unit_that_works_on_it_is_named(clock, get):
    estate = make.estate()
    lead, co = (make.officer(make.unit(name=name)) for name in ("县城管大队", "供电所"))
    ticket = reception.matter(aunt(estate))
    part = {"unit_id": make_joint.unit_of(co), "part": "断电"}
    form = {"unit_id": make_joint.unit_of(lead), "part": "", "co": [part]}
    hands.dispatch(ticket, form, by=tickets.actor(make.staff(at=estate)))
    hands.accept(ticket, by=tickets.actor(lead))
    joint.accept_part(ticket, {"assignment_id": ticket.parts[0].id}, by=tickets.actor(co))
    db.session.commit()

    assert items(get, estate)[0]["works_on"] == ["县城管大队", "供电所"]


def test_what_came_of_it_is_not_said_any_more_once_it_is_open_again(clock, get, post):
    estate = make.estate()
    desk, ticket = make.staff(at=estate), reception.matter(aunt(estate))
    line = {"headline": "下水道堵", "outcome": "已疏通"}
    post(tickets.path(ticket, "answer"), by=make.staff(at=estate), words="疏通了")
    post(f"/api/reception/board/{ticket.id}", by=desk, **line)
    clock.forward(minutes=5)
    assert items(get, estate)[0]["outcome"] == "已疏通"
    assert post(tickets.path(ticket, "rate"), by=ticket.wisher, solved="no").status_code == 200
    assert (items(get, estate)[0]["headline"], items(get, estate)[0]["outcome"]) == (
        "下水道堵", None
    )  # fmt: skip
    clock.forward(minutes=5)
    post(f"/api/reception/board/{ticket.id}", by=desk, **line | {"outcome": "下周换管"})
    assert items(get, estate)[0]["outcome"] == "下周换管"


def test_who_spoke_for_somebody_is_not_named_on_it(clock, post):
    estate = make.estate()
    daughter = make.person("林秀珍", real_name="林大珍", estate=estate)
    speaks = {"speaker": daughter, "proxy": ProxyRelation.RELATIVE}
    ticket = reception.matter(aunt(estate), **speaks)
    for words in ("林秀珍反映下水道堵", "林大珍家下水道堵"):
        answer = post(f"/api/reception/board/{ticket.id}", by=make.staff(), headline=words)
        assert (answer.status_code, list(answer.json["problems"])) == (422, ["headline"])


def test_of_what_was_reported_nothing_new_is_said_and_it_stands_in_no_queue(clock, get, post):
    estate = make.estate()
    reported(estate, 2, 1)
    desk = make.staff(at=estate)
    for ticket in db.session.scalars(db.select(Ticket)).all():
        answer = post(f"/api/reception/board/{ticket.id}", by=desk, headline="路灯修好了")
        assert answer.json["code"] == "not_on_the_board"
    for form in ({"view": "closed"}, {"state": "closed"}, {"state": "cannot_do"}):
        assert get("/api/tickets/", by=desk, **form).json["items"] == []
