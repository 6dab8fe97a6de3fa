"""首接首问: what is said at a table becomes a ticket of the visitor, received first by whoever sits
there; and may be answered at once."""

import pytest

from schemas.ticket_words import Channel, Kind, ProxyRelation, SolvedLevel
from schemas.tickets import DONE, RECEIVED
from server.core.db import db
from server.occasions.parts import QueueNumber
from server.tickets.models import Ticket
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets


def ticket_of(answer) -> Ticket:
    assert answer.status_code == 201, answer.text
    return db.session.get_one(Ticket, answer.json["ticket_id"])


def test_a_number_becomes_a_ticket_and_is_served(table):
    aunt = table.resident(phone="13859740001")
    number = table.booked(aunt, topic="停车位不够")
    answer = table.step(number, "receive")
    ticket = ticket_of(answer)

    assert (ticket.kind, ticket.channel, ticket.state) == (
        Kind.RECEPTION,
        Channel.RECEPTION_DAY,
        RECEIVED,
    )
    assert (ticket.wisher_id, ticket.details.text) == (aunt.id, "停车位不够")
    assert ticket.receiver_id == ticket.holder_id == table.worker.id
    assert answer.json["number"]["state_label"] == "已登记办理"
    assert answer.json["number"]["ticket_number"] == ticket.number


def test_answered_on_the_spot_it_waits_for_the_visitors_word(table, post):
    aunt = table.resident(phone="13859740001")
    number = table.booked(aunt)
    form = {"text": "物业费怎么算", "answer": "按面积，公告栏有", "level": "estate"}
    ticket = ticket_of(table.step(number, "receive_and_answer", **form))

    assert (ticket.state, ticket.outcome, ticket.level) == (
        DONE,
        "按面积，公告栏有",
        SolvedLevel.ESTATE,
    )
    assert ticket.answered_at is not None
    own = post(tickets.path(ticket, "rate"), by=table.worker, solved="yes", route="phone")
    assert own.status_code == 403  # whoever answered does not rate it
    assert post(tickets.path(ticket, "rate"), by=aunt, solved="yes").status_code == 200


def test_who_came_for_somebody_stays_their_proxy(table, get):
    daughter = table.resident("小雯", phone="13859740002")
    number = table.booked(daughter, called="外婆")
    form = {"text": "楼道灯不亮", "relation": "grandchild"}
    ticket = ticket_of(table.step(number, "receive", **form))

    assert ticket.wisher.display_name == "外婆"
    assert (ticket.entered_by_id, ticket.proxy) == (daughter.id, ProxyRelation.GRANDCHILD)
    assert ticket.receiver_id == table.worker.id
    mine = get("/api/tickets/mine", by=daughter).json["items"]
    assert [one["id"] for one in mine] == [ticket.id]
    shown = get(f"/api/tickets/{ticket.id}", by=daughter).json
    assert shown["audience"] == "party"


def test_whoever_wrote_it_down_at_work_is_nobodys_proxy(table, get):
    ticket = ticket_of(table.step(table.walk_in(called="林伯"), "receive", text="漏水"))

    assert (ticket.wisher.display_name, ticket.proxy) == ("林伯", None)
    assert get("/api/tickets/mine", by=table.worker).json["items"] == []


def test_without_a_name_it_is_the_visitor_of_that_number(table):
    ticket = ticket_of(table.step(table.walk_in(), "receive", text="漏水", phone="0595-23522110"))

    assert ticket.wisher.display_name == "1 号来访居民"
    assert ticket.details.contact_phone == "0595-23522110"


def test_nothing_said_is_nothing_to_receive(table):
    refused = table.step(table.walk_in(called="林伯"), "receive")

    assert (refused.status_code, list(refused.json["problems"])) == (422, ["text"])


def test_it_is_received_once(table):
    number = table.walk_in(called="林伯")
    ticket_of(table.step(number, "receive", text="漏水"))

    assert table.step(number, "receive", text="漏水").status_code == 409
    assert db.session.scalar(db.select(db.func.count(Ticket.id))) == 1


def test_what_became_a_ticket_is_not_put_right_in_the_queue(table):
    number = table.walk_in(called="林伯")
    ticket_of(table.step(number, "receive", text="漏水"))
    path = f"/api/occasions/numbers/{number['id']}/correct"

    assert table.post(path, by=table.worker, outcome="no_show").status_code == 422


def test_an_administrator_calls_but_does_not_receive(table):
    number = table.walk_in(called="林伯")
    admin = make.administrator(at=table.estate)

    assert table.step(number, "call", by=admin, table=1).status_code == 200
    assert table.step(number, "receive", by=admin, text="漏水").status_code == 403


def test_nobody_receives_their_own(table):
    number = table.walk_in(person_id=table.resident().id)
    row = db.session.get_one(QueueNumber, number["id"])
    row.person_id = table.worker.id
    make.saved(row)

    assert table.step(number, "receive", text="漏水").status_code == 403
    other = table.walk_in(called="小吴")
    refused = table.step(other, "receive", text="漏水", person_id=table.worker.id)
    assert refused.status_code in (409, 422)


@pytest.mark.parametrize("inside", [True, False])
def test_a_community_hears_for_its_estates_and_no_others(clock, post, inside):
    from tests import make_reception as reception

    community, elsewhere = make.community(), make.community("城东社区")
    session = reception.day(community)
    worker = make.staff(at=community)
    area = make.estate(of=community if inside else elsewhere)
    number = post(f"/api/reception/sessions/{session.id}/walk_in", by=worker, called="林伯").json
    tickets.categories()
    path = f"/api/reception/numbers/{number['id']}/receive"
    answer = post(path, by=worker, text="漏水", estate_id=area.id)

    assert answer.status_code == (201 if inside else 422)


def test_how_they_were_called_is_read_by_whoever_does_it_and_that_nobody_can_ring_them(table, get):
    """A walk-in who left no telephone: the community passes it on."""
    officer = make.officer(make.unit(at=table.estate))
    ticket = ticket_of(table.step(table.walk_in(called="黄阿公"), "receive", text="天花板漏水"))
    path = f"/api/tickets/{ticket.id}"
    form = {"unit_id": officer.live_grants[0].unit_id}
    assert table.post(f"{path}/dispatch", by=table.worker, **form).status_code == 200
    before = get(path, by=officer).json
    assert (before["contact_name"], before["no_phone"]) == (None, False)
    table.post(f"{path}/accept", by=officer)
    told = get(path, by=officer).json

    assert (told["contact_name"], told["contact_phone"]) == ("黄阿公", None)
    assert told["no_phone"]


def test_a_community_asks_of_which_estate_it_is_and_an_estate_does_not(clock, get):
    community = make.community()
    inside = [make.estate(name, community) for name in ("丁溪花园", "庠柄小区")]
    make.estate("别处的小区", make.community("城东社区"))
    worker = make.staff(at=community)
    shown = [
        get(f"/api/reception/sessions/{reception.day(area).id}/desk", by=worker).json
        for area in (community, inside[0])
    ]

    assert [one["name"] for one in shown[0]["estates"]] == ["丁溪花园", "庠柄小区"]
    assert shown[1]["estates"] == []
