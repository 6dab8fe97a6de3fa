"""Two people, or two tabs, take a step on the same ticket at the same moment."""

from server.core import clock
from server.core.db import db
from server.tickets.kept import ReturnVisit
from server.tickets.models import Ticket
from server.tickets.parts import Rating
from tests import make
from tests import make_tickets as tickets


def wisher():
    return make.person(estate=make.estate())


def now(ticket) -> Ticket:
    db.session.expire_all()
    return db.session.get_one(Ticket, ticket.id)


def step(ticket, name, by, **form):
    token = make.token(by)
    return lambda web: web.post(tickets.path(ticket, name), token=token, **form)


def test_rated_in_two_tabs_it_is_rated_once(together):
    ticket = tickets.done_wish(wisher())
    aunt = ticket.wisher
    answers = together(
        step(ticket, "rate", aunt, solved="yes"), step(ticket, "rate", aunt, solved="no")
    )
    ratings = db.session.scalars(db.select(Rating).where(Rating.ticket_id == ticket.id)).all()

    assert sorted(a.status_code for a in answers) == [200, 409]
    assert len(ratings) == 1
    assert now(ticket).state == ("closed" if ratings[0].solved == "yes" else "working")


def test_by_telephone_and_by_hand_it_is_rated_once(together):
    ticket = tickets.done_wish(wisher())
    worker = make.staff(at=tickets.parent(ticket.area))
    answers = together(
        step(ticket, "rate", ticket.wisher, solved="yes"),
        step(ticket, "rate", worker, solved="yes", route="phone"),
    )

    assert sorted(a.status_code for a in answers) == [200, 409]


def test_accepted_while_it_is_withdrawn_it_is_one_or_the_other(together):
    officer = make.officer()
    ticket = tickets.offered_wish(wisher(), unit=officer.live_grants[0].unit)
    accepted, withdrawn = together(
        step(ticket, "accept", officer), step(ticket, "withdraw", ticket.wisher)
    )

    assert withdrawn.status_code == 200  # what is accepted may be withdrawn, too
    assert accepted.status_code in (200, 403, 404, 409)
    assert now(ticket).state == "withdrawn"
    assert [a for a in now(ticket).assignments if a.state.has("live")] == []


def test_two_desks_dispatch_it_to_one_unit_only(together):
    ticket = tickets.wish(wisher())
    community = tickets.parent(ticket.area)
    calls = [
        step(ticket, "dispatch", make.staff(at=community), unit_id=make.unit(at=community).id)
        for _ in range(2)
    ]

    assert sorted(a.status_code for a in together(*calls)) == [200, 409]
    assert len(now(ticket).assignments) == 1


def test_merged_into_each_other_one_of_them_stays_open(together):
    first, second = tickets.wish(wisher()), tickets.wish(wisher())
    worker = make.staff(at=tickets.parent(first.area))
    make.saved(second).area = first.area
    db.session.commit()
    answers = together(
        step(first, "merge", worker, into=second.number),
        step(second, "merge", worker, into=first.number),
    )

    assert sorted(a.status_code for a in answers)[0] == 200
    assert sorted([now(first).state, now(second).state]) == ["merged", "received"]


def test_finished_in_two_tabs_the_resident_is_asked_once(together, get_messages):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(wisher(), volunteer=volunteer)
    answers = together(*[step(ticket, "finish", volunteer, words="好了")] * 2)

    assert sorted(a.status_code for a in answers) == [200, 409]
    assert get_messages(ticket.wisher).count("请您评一评") == 1


def test_said_by_the_resident_and_found_by_the_visit_it_came_back_once(together):
    ticket = tickets.closed_wish(wisher())
    visit = make.saved(ReturnVisit(ticket_id=ticket.id, due_on=clock.today()))
    token = make.token(make.staff(at=tickets.parent(ticket.area)))
    path = f"/api/tickets/return_visits/{visit.id}/record"
    answers = together(
        step(ticket, "came_back", ticket.wisher, words="又坏了"),
        lambda web: web.post(path, token=token, result="came_back", words="又坏了"),
    )
    anew = db.session.scalars(db.select(Ticket).where(Ticket.follows_id == ticket.id)).all()

    assert sorted(a.status_code for a in answers) == [200, 409]
    assert len(anew) == 1
