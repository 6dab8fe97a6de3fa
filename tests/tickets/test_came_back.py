"""又出问题了: the resident says themselves that what was solved is not any more."""

import pytest

from server.core.db import db
from server.tickets.kept import ReturnVisit
from server.tickets.models import Ticket
from tests import make, make_joint
from tests import make_tickets as tickets
from tests.tickets.sent import photo

AGAIN = "灯又闪了"


@pytest.fixture
def say(post):
    def send(ticket, *, by=None, **form):
        return post(tickets.path(ticket, "came_back"), by=by or ticket.wisher, words=AGAIN, **form)

    return send


def shown(get, ticket_id, by):
    return get(f"/api/tickets/{ticket_id}", by=by).json


def offered(get, ticket):
    return {one["action"] for one in shown(get, ticket.id, ticket.wisher)["actions"]}


def test_it_is_a_new_ticket_with_words_and_photos_and_the_first_stays_closed(say, post):
    ticket = tickets.closed_wish()
    new = say(ticket, photo_ids=[photo(post, ticket.wisher)]).json

    assert (new["state"], new["text"]) == ("received", AGAIN)
    assert [file["purpose"] for file in new["files"]] == ["before"]
    assert new["follows"]["number"] == ticket.number
    assert db.session.get_one(Ticket, ticket.id).state == "closed"
    assert db.session.get_one(Ticket, new["id"]).repeats == [ticket.id]


def test_the_first_one_names_the_one_as_which_it_came_back(say, get):
    ticket = tickets.closed_wish()
    new = say(ticket).json
    first = shown(get, ticket.id, ticket.wisher)

    assert (first["followed_by"]["id"], first["follows"]) == (new["id"], None)
    assert first["timeline"][0]["words"] == "说又出问题了"


def test_it_is_called_as_before_and_the_new_words_are_its_text(say, post, get):
    ticket = tickets.closed_wish()
    first, new = shown(get, ticket.id, ticket.wisher), say(ticket).json

    assert (new["title"], new["text"]) == (f"{first['title']}（又出问题了）", AGAIN)
    assert [new[same] for same in ("category_label", "place")] == [
        first["category_label"],
        first["place"],
    ]
    assert new["follows"]["title"] == first["title"]


def test_come_back_twice_it_says_so_once(say):
    ticket = tickets.closed_wish()
    second = db.session.get_one(Ticket, say(ticket).json["id"])
    second.state, second.solved = "closed", "yes"
    db.session.commit()
    third = say(second).json

    assert third["title"] == third["follows"]["title"]
    assert third["title"].count("又出问题了") == 1


def test_it_is_as_urgent_as_before_and_its_level_is_seen_anew(say):
    ticket = tickets.closed_wish()
    ticket.urgency, ticket.difficulty, ticket.level = "high", "hard", "county"
    db.session.commit()
    new = db.session.get_one(Ticket, say(ticket).json["id"])

    assert (new.urgency, new.difficulty, new.level) == ("high", "hard", None)


def test_the_visit_is_made_by_it_and_nobody_calls_any_more(say, get, clock, work):
    ticket = tickets.closed_wish()
    clock.forward(days=29)
    new = say(ticket).json
    clock.forward(days=2)
    work()

    assert get("/api/tickets/return_visits", by=make.staff()).json["items"] == []
    (row,) = get("/api/tickets/return_visits", by=make.staff(), view="done").json["items"]
    assert (row["result_label"], row["next_ticket_id"]) == ("又出问题了", new["id"])


def test_after_a_visit_that_found_it_good_it_may_still_come_back(say, post, clock, work):
    ticket = tickets.closed_wish()
    clock.forward(days=30)
    work()
    visit = db.session.scalars(db.select(ReturnVisit)).one()
    path = f"/api/tickets/return_visits/{visit.id}/record"
    post(path, by=make.staff(), result="good")

    assert say(ticket).status_code == 200
    assert db.session.get_one(ReturnVisit, visit.id).result == "good"


def test_while_the_new_one_is_open_there_is_not_another_and_none_is_offered(say, get):
    ticket = tickets.closed_wish()
    assert "came_back" in offered(get, ticket)
    say(ticket)

    assert "came_back" not in offered(get, ticket)
    assert say(ticket).json["code"] == "already_came_back"


def test_merged_into_another_that_is_open_it_has_come_back_already(say, post, get):
    ticket = tickets.closed_wish()
    anew = db.session.get_one(Ticket, say(ticket).json["id"])
    other = tickets.wish(make.person("别人"))
    merged = post(tickets.path(anew, "merge"), by=make.staff(), into=other.number)

    assert merged.status_code == 200
    assert say(ticket).json["code"] == "already_came_back"
    assert "came_back" not in offered(get, ticket)


def test_withdrawn_it_comes_back_again_after_a_month(say, post, clock):
    ticket = tickets.closed_wish()
    anew = say(ticket).json["id"]
    post(f"/api/tickets/{anew}/withdraw", by=ticket.wisher)
    refused = say(ticket)

    assert refused.json["code"] == "already_came_back"
    assert "30 天" in refused.json["detail"]
    clock.forward(days=31)
    assert say(ticket).status_code == 200


def test_whoever_spoke_for_somebody_speaks_again(say, get):
    niece = make.person("小陈")
    ticket = tickets.wish(make.person("李大山"), by=niece)
    ticket.state = "closed"
    db.session.commit()
    new = say(ticket, by=niece).json

    assert new["for_whom"] == "李大山"


def test_the_resident_reads_each_share_of_a_joint_slip(get, post):
    made = make_joint.accepted()
    of = made.part(made.power).id
    post(
        made.path("finish_part"),
        by=made.power,
        proof_words="看得到",
        assignment_id=of,
        words="电断好了",
    )
    shares = shown(get, made.ticket.id, made.ticket.wisher)["shares"]

    assert [(share["name"], share["leads"]) for share in shares] == [
        ("县城管大队", True),
        ("供电所", False),
        ("绿地物业", False),
    ]
    assert [share["outcome"] for share in shares] == [None, "电断好了\n凭据：看得到", None]


def test_a_bounced_share_is_not_shown_to_the_resident(get, post):
    made = make_joint.offered()
    of = made.part(made.green).id
    post(made.path("bounce_part"), by=made.green, assignment_id=of, words="不归我们")
    shares = shown(get, made.ticket.id, made.ticket.wisher)["shares"]

    assert [share["name"] for share in shares] == ["县城管大队", "供电所"]


def test_what_one_unit_has_alone_has_no_shares(get):
    ticket = tickets.accepted_wish()

    assert shown(get, ticket.id, ticket.wisher)["shares"] == []


def test_ones_own_of_one_kind(get):
    aunt = make.person("陈阿姨")
    tickets.wish(aunt)

    assert get("/api/tickets/mine", by=aunt, kind="reception").json["items"] == []
    assert len(get("/api/tickets/mine", by=aunt, kind="wish").json["items"]) == 1


def test_what_was_handed_on_says_whom_to_call(get, post):
    ticket = tickets.wish()
    form = {"elsewhere": "hotline", "words": "市政的路灯"}
    post(tickets.path(ticket, "hand_over"), by=make.staff(), **form)
    told = shown(get, ticket.id, ticket.wisher)

    assert [one["phone"] for one in told["elsewhere_phones"]] == ["12345"]
    assert "12345" in told["elsewhere_words"]
