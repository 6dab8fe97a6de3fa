"""撤下 and seven days unclaimed: back to the first receiver, who finds another way."""

from tests import make
from tests import make_tickets as tickets


def back(ticket) -> bool:
    return (ticket.state, ticket.holder_unit_id) == ("received", make.desk().id)


def test_taken_down_it_is_on_no_wall(post, get):
    ticket = tickets.open_wish()
    answer = post(tickets.path(ticket, "take_down"), by=make.staff(), words="居民要改一改")

    assert (answer.status_code, back(ticket)) == (200, True)
    assert get("/api/wishes/").json["items"] == []
    assert get(f"/api/tickets/{ticket.id}").status_code == 404
    assert [s["reached"] for s in answer.json["lifeline"]] == [True, False, False, False, False]


def test_whoever_asked_for_it_is_no_longer_waiting(post):
    ticket, volunteer = tickets.open_wish(group="child"), make.volunteer()
    post(tickets.path(ticket, "claim"), by=volunteer)
    post(tickets.path(ticket, "take_down"), by=make.staff(), words="不合适")

    assert [a.state for a in ticket.assignments] == ["declined"]


def test_what_somebody_has_in_hand_is_not_taken_down(post):
    ticket = tickets.claimed_wish()
    answer = post(tickets.path(ticket, "take_down"), by=make.staff(), words="不合适")

    assert answer.json["code"] == "illegal_move"


def test_nobody_claims_it_for_seven_days(clock, work):
    ticket = tickets.open_wish()
    clock.forward(days=6, hours=23)
    work()
    assert ticket.state == "open"
    clock.forward(hours=1)
    work()

    assert back(ticket)


def test_the_worker_who_wrote_it_down_hears_of_it(get, post, clock, work):
    worker = make.staff()
    ticket = tickets.wish(make.person("李伯"), by=worker, channel="door_knock")
    post(tickets.path(ticket, "screen"), by=worker, **tickets.card())
    clock.forward(days=7)
    work()

    assert ticket.holder_id == worker.id
    assert get("/api/messages/", by=worker).json["items"][0]["title"] == "工单七天没有人认领"


def test_back_on_the_wall_it_has_seven_days_again(post, clock, work):
    ticket, worker = tickets.open_wish(), make.staff()
    clock.forward(days=5)
    post(tickets.path(ticket, "take_down"), by=worker, words="改一改")
    post(tickets.path(ticket, "screen"), by=worker, **tickets.card())
    clock.forward(days=6)
    work()
    assert ticket.state == "open"
    clock.forward(days=1)
    work()

    assert ticket.state == "received"


def test_a_claimed_wish_does_not_lapse(clock, work):
    ticket = tickets.claimed_wish()
    clock.forward(days=7)
    work()

    assert ticket.state == "working"
