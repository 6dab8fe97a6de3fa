"""我的心愿 · 我认领的: one's own, and what one has taken on."""

from tests import make
from tests import make_tickets as tickets


def rows(get, path, by, **query):
    return get(f"/api/tickets/{path}", by=by, **query).json["items"]


def test_ones_own_newest_first_and_nobody_elses(get):
    aunt = make.person("陈阿姨")
    first, second = tickets.wish(aunt), tickets.wish(aunt)
    tickets.open_wish(make.person("李伯"))

    assert [row["id"] for row in rows(get, "mine", aunt)] == [second.id, first.id]


def test_what_one_made_for_somebody_says_for_whom_as_one_wrote_it(get):
    niece = make.person("小陈")
    tickets.wish(make.person("李大山"), by=niece)
    (row,) = rows(get, "mine", niece)

    assert row["for_whom"] == "李大山"


def test_nobody_reads_of_their_own_that_it_is_for_somebody(get):
    aunt = make.person("陈阿姨")
    tickets.wish(aunt, by=make.person("小陈"))
    (row,) = rows(get, "mine", aunt)

    assert row["for_whom"] is None


def test_what_waits_for_the_resident_says_so(get):
    ticket = tickets.done_wish()
    (row,) = rows(get, "mine", ticket.wisher)

    assert row["waits_for_you"]


def test_open_and_closed_divide_it(get):
    aunt = make.person("陈阿姨")
    moving, over = tickets.done_wish(aunt), tickets.closed_wish(aunt)

    assert [row["id"] for row in rows(get, "mine", aunt, view="open")] == [moving.id]
    assert [row["id"] for row in rows(get, "mine", aunt, view="closed")] == [over.id]


def test_a_task_opens_the_door_to_whoever_has_it_in_hand(get):
    volunteer = make.volunteer()
    tickets.claimed_wish(volunteer=volunteer)
    (task,) = rows(get, "tasks", volunteer)

    assert (task["place"], task["contact_phone"]) == ("3栋 2单元 501", "13859740001")


def test_a_claim_that_waits_for_the_desk_opens_nothing(get, post):
    volunteer = make.volunteer()
    ticket = tickets.open_wish(group="living_alone")
    post(tickets.path(ticket, "claim"), by=volunteer)
    (task,) = rows(get, "tasks", volunteer)

    assert (task["id"], task["place"], task["contact_phone"]) == (ticket.id, None, None)


def test_what_one_has_given_back_is_no_task(get, post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    post(tickets.path(ticket, "release"), by=volunteer, words="要出差")

    assert rows(get, "tasks", volunteer) == []


def test_nobody_is_asked_to_sign_in_for_nothing(get):
    assert get("/api/tickets/mine").status_code == 401
    assert get("/api/tickets/tasks").status_code == 401


def test_what_waits_for_one_can_be_asked_for(get):
    aunt = make.person()
    done, waiting = tickets.done_wish(aunt), tickets.wish(aunt)
    seen = get("/api/tickets/mine", by=aunt, view="waiting").json["items"]

    assert [row["id"] for row in seen] == [done.id]
    assert seen[0]["state_label"] == "等您评一评"
    assert waiting.id not in {row["id"] for row in seen}


def test_a_task_that_is_due_first_comes_first(get, clock):
    volunteer = make.volunteer()
    first = tickets.claimed_wish(volunteer=volunteer)
    clock.forward(days=1)
    second = tickets.claimed_wish(make.person("李伯"), volunteer=volunteer)
    seen = get("/api/tickets/tasks", by=volunteer, view="open").json["items"]

    assert [row["id"] for row in seen] == [first.id, second.id]


def test_an_offer_waits_for_whoever_was_asked(get):
    volunteer = make.volunteer()
    tickets.claimed_wish(volunteer=volunteer)
    offered = tickets.offered_wish(make.person("李伯"), person=volunteer)
    seen = get("/api/tickets/tasks", by=volunteer, view="waiting").json["items"]

    assert [row["id"] for row in seen] == [offered.id]
