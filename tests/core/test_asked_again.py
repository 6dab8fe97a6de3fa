"""Who asks again is answered again, and reads no more than they may read by now."""

import pytest
from sqlalchemy import text

from schemas.people_words import Role
from server.core import clock
from server.core.crypto import unseal
from server.core.db import db
from server.people.models import RoleGrant
from server.tickets.models import Ticket
from tests import make
from tests import make_tickets as tickets

KEY = "0f3c7a52-9d1e"
PHONE = "13859740001"


@pytest.fixture
def aunt(app):
    return make.person("陈阿姨", phone=PHONE)


@pytest.fixture
def twice(post):
    """The same request again, after whatever happened in between."""

    def twice(path, by, between=lambda: None, **form):
        first = post(path, by=by, key=KEY, **form)
        between()
        return first, post(path, by=by, key=KEY, **form)

    return twice


def end_roles(person):
    db.session.execute(
        db.update(RoleGrant).where(RoleGrant.person_id == person.id).values(until=clock.today())
    )
    db.session.commit()


def kept() -> str:
    sealed = db.session.scalars(text("SELECT body FROM kept_answers")).all()
    return "\n".join(map(unseal, sealed))


def test_a_worker_who_is_one_no_longer_reads_nothing_again(twice, aunt):
    worker, ticket = make.staff(), tickets.wish(aunt)
    path = tickets.path(ticket, "screen")
    first, again = twice(path, worker, lambda: end_roles(worker), **tickets.card())

    assert (first.status_code, first.json["audience"]) == (200, "staff")
    assert (again.status_code, again.json["code"]) == (409, "answered_before")
    assert "请刷新" in again.json["detail"]
    assert first.json["text"] not in again.text


def test_who_released_a_claim_reads_what_everybody_reads(post, twice, aunt):
    volunteer, ticket = make.volunteer(), tickets.open_wish(aunt)
    release = tickets.path(ticket, "release")
    first, again = twice(
        tickets.path(ticket, "claim"),
        volunteer,
        lambda: post(release, by=volunteer, words="临时要加班"),
    )

    assert (first.json["audience"], PHONE in first.text) == ("doer", True)
    assert (again.status_code, again.json["audience"]) == (200, "public")
    assert PHONE not in again.text


def test_who_gave_it_back_and_is_asked_again_reads_it_as_it_is_now(get, post, twice, aunt):
    officer, worker = make.officer(), make.staff()
    ticket = tickets.offered_wish(aunt, unit=officer.live_grants[0].unit)

    def back_and_offered_again():
        post(tickets.path(ticket, "hand_back"), by=officer, words="这周没有人手")
        form = {"unit_id": officer.live_grants[0].unit_id}
        assert post(tickets.path(ticket, "dispatch"), by=worker, **form).status_code == 200

    first, again = twice(tickets.path(ticket, "accept"), officer, back_and_offered_again)

    assert (first.json["state"], again.json["state"]) == ("working", "offered")
    assert again.json == get(f"/api/tickets/{ticket.id}", by=officer).json


@pytest.mark.parametrize(
    ("build", "step", "form"),
    [
        ("open_wish", "claim", {}),
        ("claimed_wish", "release", {"words": "临时要加班"}),
        ("claimed_wish", "finish", {"words": "换好了，会亮"}),
    ],
)
def test_a_retry_after_a_lost_answer_gets_it(twice, build, step, form):
    volunteer = make.volunteer()
    known = {"volunteer": volunteer} if build == "claimed_wish" else {}
    first, again = twice(tickets.path(getattr(tickets, build)(**known), step), volunteer, **form)

    assert first.status_code == 200
    assert (again.status_code, again.json) == (200, first.json)
    assert again.headers["Cache-Control"] == "no-store"


def test_after_a_step_that_ends_ones_own_sight_one_hears_that_it_was_done(twice):
    officer = make.officer()
    ticket = tickets.offered_wish(unit=officer.live_grants[0].unit)
    first, again = twice(tickets.path(ticket, "bounce"), officer, words="不是我们的")

    assert (first.status_code, again.status_code) == (200, 409)
    assert again.json["code"] == "answered_before"


def test_somebody_written_down_is_not_shown_to_who_left(twice):
    worker = make.staff()
    form = {"display_name": "李伯", "estate_id": make.estate().id, "phone": PHONE}
    first, again = twice("/api/people/persons", worker, lambda: end_roles(worker), **form)

    assert first.status_code == 201, first.text
    assert (again.status_code, again.json["code"]) == (409, "answered_before")
    assert "李" not in again.text


def test_a_role_that_was_given_since_asks_to_look_again(twice, aunt):
    estate = make.estate()
    tickets.categories()

    def become_a_grid_worker():
        make.grant(aunt, Role.GRID_WORKER, make.community())

    form = {"estate_id": estate.id, "text": "灯坏了"}
    _, again = twice("/api/wishes/", aunt, become_a_grid_worker, **form)

    assert (again.status_code, again.json["code"]) == (409, "answered_before")


def test_of_a_ticket_nothing_is_kept_but_which_one_it_was(post, aunt):
    ticket = tickets.open_wish(aunt)
    answer = post(tickets.path(ticket, "claim"), by=make.volunteer())

    assert PHONE in answer.text
    assert kept().partition("\n")[2] == str(ticket.id)  # after a line of rights


def test_a_card_that_is_off_the_wall_is_not_told_again(twice, post, get):
    ticket, worker = tickets.open_wish(group="many"), make.staff()
    take_down = tickets.path(ticket, "take_down")
    path = tickets.path(ticket, "me_too")

    def off():
        post(take_down, by=worker, words="改一改")

    first, again = twice(path, make.person("黄姨"), off)

    assert first.json["need"] == "灯管已备好"
    assert (again.status_code, again.json["code"]) == (409, "answered_before")


def test_what_went_to_another_desk_is_not_told_again(twice, post):
    tickets.categories()
    estate, worker = make.estate(), make.staff()
    form = {"estate_id": estate.id, "text": "灯坏了", "on_behalf": {"name": "李大山"}}
    south = make.community("城南社区")

    def transfer():
        ticket = db.session.scalars(db.select(Ticket)).one()
        path = tickets.path(ticket, "transfer")
        post(path, by=worker, area_id=south.id, words="是城南的")

    first, again = twice("/api/wishes/", worker, transfer, channel="desk", **form)

    assert (first.status_code, again.json["code"]) == (201, "answered_before")


def test_a_wish_sent_before_and_after_two_accounts_became_one_is_one(post):
    tickets.categories()
    kept, old = make.person("陈阿姨"), make.person("陈阿姨")
    form = {"estate_id": kept.estate_id, "text": "灯坏了"}
    post("/api/wishes/", by=old, key=KEY, **form)
    old.merged_into_id = kept.id
    db.session.commit()
    again = post("/api/wishes/", by=kept, key=KEY, **form)

    assert again.json["code"] == "answered_before"
    assert len(db.session.scalars(db.select(Ticket)).all()) == 1
