"""工单 and its counts: the desk's queue, due first; every count is a filter."""

import pytest

from tests import make
from tests import make_tickets as tickets


def ids(get, by, **query) -> list[int]:
    return [row["id"] for row in get("/api/tickets/", by=by, **query).json["items"]]


def test_what_is_due_first_comes_first(get, clock):
    worker = make.staff()
    later = tickets.wish()
    sooner = tickets.wish(make.person("李伯"), category_id=tickets.category("errand").id)

    assert ids(get, worker) == [sooner.id, later.id]


def test_every_count_is_a_filter(get, clock, work):
    worker = make.staff()
    done = tickets.done_wish()
    clock.forward(days=7)
    work()
    tickets.offered_wish(make.person("李伯"))
    waiting = tickets.open_wish(make.person("林叔"), group="child")
    overdue = tickets.wish(make.person("黄姨"))
    clock.forward(days=14)
    soon = tickets.wish(make.person("小郭"), category_id=tickets.category("errand").id)
    clock.travel_to("2026-03-30 20:00")
    counts = get("/api/tickets/counts", by=worker).json
    counts.pop("return_visits")  # a list of its own

    assert ids(get, worker, view="callback") == [done.id]
    assert overdue.id in ids(get, worker, view="overdue")
    assert waiting.id not in ids(get, worker, view="dispatch")
    assert soon.id in ids(get, worker, view="all")
    for view, count in counts.items():
        assert len(ids(get, worker, view=view)) == count, view


def test_what_waits_for_the_residents_word_is_found_to_write_it_down(get):
    worker = make.staff()
    done = tickets.done_wish()

    assert ids(get, worker) == []
    assert ids(get, worker, view="answered") == [done.id]


def test_a_number_read_out_is_found_in_whatever_state(get):
    worker = make.staff()
    closed = tickets.closed_wish()

    assert ids(get, worker, q=closed.number) == [closed.id]
    assert ids(get, make.staff(at=make.community("南门社区")), q=closed.number) == []


def test_what_falls_due_within_a_day_is_soon(get, clock):
    worker, ticket = make.staff(), tickets.wish()  # due on the 12th at 17:30
    clock.travel_to("2026-03-11 17:00")
    assert ids(get, worker, view="soon") == []
    clock.travel_to("2026-03-11 18:00")
    assert ids(get, worker, view="soon") == [ticket.id]
    clock.travel_to("2026-03-12 17:31")

    assert (ids(get, worker, view="soon"), ids(get, worker, view="overdue")) == ([], [ticket.id])


def test_whoever_asks_to_claim_waits_for_the_desk(get, post):
    worker, volunteer = make.staff(), make.volunteer()
    ticket = tickets.open_wish(group="disabled")
    post(tickets.path(ticket, "claim"), by=volunteer)
    (row,) = get("/api/tickets/", by=worker, view="dispatch").json["items"]

    assert (row["id"], row["claim_requests"]) == (ticket.id, 1)


@pytest.mark.parametrize("view", ["all", "intake", "closed"])
def test_another_communitys_tickets_are_not_on_this_desk(get, view):
    make.estate()
    elsewhere = make.community("浔南社区")
    tickets.wish(make.person(estate=make.estate("锦绣小区", elsewhere)))
    tickets.closed_wish(make.person(estate=make.estate("凤翔小区", elsewhere)))
    here = make.staff(at=tickets.parent(make.estate()))

    assert ids(get, here, view=view) == []
    assert set(get("/api/tickets/counts", by=here).json.values()) == {0}


def test_a_town_sees_what_is_below_it(get):
    ticket = tickets.wish()
    town = tickets.parent(tickets.parent(ticket.area))

    assert ids(get, make.staff(at=town)) == [ticket.id]


def test_residents_and_viewers_have_no_queue(get):
    tickets.wish()

    for by in (make.person("李伯"), make.volunteer(), make.viewer()):
        assert get("/api/tickets/", by=by).status_code == 403
        assert get("/api/tickets/counts", by=by).status_code == 403


def test_the_filters_narrow_it(get):
    worker, wish = make.staff(), tickets.wish()
    other = tickets.wish(make.person("李伯"), category_id=tickets.category("errand").id)

    assert ids(get, worker, category_id=other.category_id) == [other.id]
    assert ids(get, worker, kind="feedback") == []
    assert ids(get, worker, state="open") == []
    assert ids(get, worker, area_id=wish.area_id) == [other.id, wish.id]
    assert ids(get, worker, q=other.number) == [other.id]


def test_private_words_are_not_searched(get):
    worker = make.staff()
    tickets.wish(text="隔壁老黄的钥匙丢了")

    assert ids(get, worker, q="钥匙") == []


def test_the_pages_together_are_the_queue(get):
    worker = make.staff()
    wishes = [tickets.wish(make.person(f"{n}号邻居")).id for n in range(5)]
    seen, query = [], {"limit": 2}
    while query is not None:
        page = get("/api/tickets/", by=worker, **query).json
        seen += [row["id"] for row in page["items"]]
        query = page["next"] and {"limit": 2, "cursor": page["next"]}

    assert seen == wishes
