"""A seat if there is one, else a place in the waiting list, in the order of arrival."""

import pytest

from schemas.occasions import CALLED_OFF, PLANNED
from tests import make
from tests import make_occasions as occasions


def test_who_comes_first_has_a_seat_and_who_comes_later_waits_in_order(places):
    answers = [places.signed_up(places.volunteer()) for _ in range(4)]

    assert [(a["state"], a["rank"]) for a in answers] == [
        ("signed", None),
        ("signed", None),
        ("waiting", 1),
        ("waiting", 2),
    ]
    assert places.taken() == 2


def test_when_a_seat_is_free_who_waits_longest_is_asked_and_told(places, get):
    first, _, third, fourth = places.full()
    places.step(places.of(first).id, "withdraw", first)
    told = get("/api/messages/", by=third).json["items"]

    assert places.states() == ["withdrawn", "signed", "invited", "waiting"]
    assert [message["title"] for message in told] == ["有空位了，等您确认"]
    assert places.of(fourth).state == "waiting"
    assert places.taken() == 2  # kept for whoever was asked


def test_who_is_asked_says_yes(places, clock):
    first, _, third, _ = places.full()
    places.step(places.of(first).id, "withdraw", first)
    answer = places.step(places.of(third).id, "confirm", third)

    assert (answer.json["state"], places.taken()) == ("signed", 2)


def test_who_does_not_answer_in_a_day_gives_way_to_the_next(places, clock, work):
    first, _, third, fourth = places.full()
    places.step(places.of(first).id, "withdraw", first)
    clock.forward(hours=23)
    work()
    assert places.of(third).state == "invited"
    clock.forward(hours=2)
    work()

    assert places.states() == ["withdrawn", "signed", "lapsed", "invited"]
    assert places.step(places.of(third).id, "confirm", third).json["code"] == "illegal_move"
    assert places.step(places.of(fourth).id, "confirm", fourth).status_code == 200


def test_nobody_is_asked_for_longer_than_until_it_begins(places, clock):
    first, _, third, _ = places.full()
    clock.forward(days=6, hours=20)
    places.step(places.of(first).id, "withdraw", first)

    assert places.of(third).confirm_by == places.session.starts_at


def test_once_it_has_begun_a_free_seat_is_for_who_stands_there(places, clock):
    first, *_ = places.full()
    clock.forward(days=7, minutes=5)
    places.step(places.of(first).id, "withdraw", first)

    assert places.states() == ["withdrawn", "signed", "waiting", "waiting"]
    assert places.taken() == 1


def test_who_was_asked_and_came_without_answering_keeps_the_seat(places, clock, work):
    first, _, third, _ = places.full()
    places.step(places.of(first).id, "withdraw", first)
    invited = places.of(third)
    invited.confirm_by = places.session.starts_at
    make.saved(invited)
    clock.travel_to("2026-03-12 08:40")
    code = occasions.screen_code(places.session)
    places.post("/api/occasions/scans", by=third, client_id=occasions.scan_id(), code=code)
    clock.forward(minutes=30)
    work()

    assert places.of(third).state == "signed"


def test_stepping_down_within_a_day_is_late_and_the_lead_is_told(places, clock, get):
    lead = make.staff(at=places.estate, display_name="小吴")
    places.session.lead_id = lead.id
    make.saved(places.session)
    early, late = places.volunteer("甲"), places.volunteer("乙")
    for person in (early, late):
        places.signed_up(person)
    assert places.step(places.of(early).id, "withdraw", early).json["late"] is False
    clock.forward(days=6, hours=1)

    assert places.step(places.of(late).id, "withdraw", late).json["late"] is True
    assert [m["title"] for m in get("/api/messages/", by=lead).json["items"]] == ["有人临时退出"]


def test_a_late_step_down_is_seen_by_the_desk_and_in_ones_own_record(places, clock, get):
    volunteer = places.volunteer()
    places.signed_up(volunteer)
    clock.forward(days=6, hours=1)
    places.step(places.of(volunteer).id, "withdraw", volunteer)
    path = f"/api/occasions/sessions/{places.session.id}/signups"
    (row,) = get(path, by=places.worker, live="false").json["items"]

    assert (row["state"], row["late"]) == ("withdrawn", True)
    assert get("/api/occasions/record", by=volunteer).json["totals"]["withdrawn_late"] == 1


def test_saying_no_to_an_offer_is_never_late(places, clock):
    first, _, third, _ = places.full()
    clock.forward(days=6, hours=1)
    places.step(places.of(first).id, "withdraw", first)

    assert places.step(places.of(third).id, "withdraw", third).json["late"] is False


def test_who_stepped_down_may_come_again_and_waits_behind_the_others(places):
    first, *_ = places.full()
    places.step(places.of(first).id, "withdraw", first)
    again = places.signed_up(first)

    assert (again["state"], again["rank"]) == ("waiting", 2)


def test_one_place_in_a_session(places):
    volunteer, other = places.volunteer(), occasions.post(places.session, label="搬桌椅")
    places.signed_up(volunteer)

    assert places.sign_up(volunteer).json["code"] == "already_signed_up"
    assert places.sign_up(volunteer, other).json["code"] == "already_signed_up"


def test_who_has_checked_in_checks_out_and_does_not_step_down(places, clock):
    volunteer = places.volunteer()
    places.signed_up(volunteer)
    clock.travel_to("2026-03-12 09:10")
    code = occasions.screen_code(places.session)
    places.post("/api/occasions/scans", by=volunteer, client_id=occasions.scan_id(), code=code)

    answer = places.step(places.of(volunteer).id, "withdraw", volunteer)
    assert answer.json["code"] == "already_there"


@pytest.mark.parametrize("state", [PLANNED, CALLED_OFF])
def test_of_a_session_that_is_not_open_nobody_takes_a_place(places, state):
    duty = occasions.post(places.market(days=9, state=state))

    assert places.sign_up(places.volunteer(), duty).status_code in (404, 409)


def test_what_is_over_is_over(places, clock):
    volunteer, late = places.volunteer(), places.volunteer()
    places.signed_up(volunteer)
    clock.forward(days=7, hours=2, minutes=1)

    assert places.sign_up(late).json["code"] == "too_late_to_sign_up"
    answer = places.step(places.of(volunteer).id, "withdraw", volunteer)
    assert answer.json["code"] == "too_late_to_withdraw"


def test_once_it_has_begun_a_newcomer_queues_behind_those_who_wait(places, clock):
    """Nobody is asked any more; whoever stands there is scanned, and has the seat."""
    first, _, third, _ = places.full()
    clock.travel_to("2026-03-12 09:10")
    places.step(places.of(first).id, "withdraw", first)
    newcomer = places.signed_up(places.volunteer())
    code, form = occasions.screen_code(places.session), {"client_id": occasions.scan_id()}
    scan = places.post("/api/occasions/scans", by=third, code=code, capacity="duty", **form)

    assert (newcomer["state"], newcomer["rank"]) == ("waiting", 3)
    assert (scan.json["status"], places.of(third).state) == ("accepted", "signed")
    assert places.taken() == 2
