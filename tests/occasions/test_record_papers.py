"""平台服务记录 on paper: what is booked, and what its code says later."""

from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from server.core.db import db
from server.occasions.presence import Attendance, Scan, ServicePaper
from tests import make
from tests import make_occasions as occasions
from tests.files.paper.pages import words
from tests.occasions.at_the_door import AtTheDoor

PAPERS = "/api/occasions/papers"


@pytest.fixture
def booked(door, clock):
    """75 minutes, long enough ago."""
    volunteer = door.volunteer()
    door.scan(volunteer)
    clock.forward(minutes=75)
    door.scan(volunteer, "out")
    door.end(door.worker())
    clock.travel_to("2026-03-11 10:00")
    return volunteer


@pytest.fixture
def print_own(post):
    def print_own(who, **form):
        return post("/api/occasions/record/papers", by=who, **form)

    return print_own


@pytest.fixture
def verified(get):
    def verified(paper):
        told = paper if isinstance(paper, dict) else paper.json
        return get(f"{PAPERS}?code={told['token']}").json

    return verified


def test_printed_it_holds(print_own, booked, verified):
    paper = print_own(booked)
    told = verified(paper)

    assert (paper.json["rows"], paper.json["minutes"]) == (1, 75)
    assert (told["state"], told["hours"], told["person_name"]) == ("valid", "1.2", "王**")


def test_what_is_still_announced_is_not_on_it(door, print_own, booked, clock):
    clock.travel_to("2026-03-10 10:00")

    assert print_own(booked).json["code"] == "nothing_booked"


def another_morning(door, volunteer, clock, post):
    other = AtTheDoor(post, occasions.session(door.session.area))
    occasions.signup(volunteer, occasions.post(other.session))
    other.scan(volunteer)
    clock.forward(minutes=30)
    other.scan(volunteer, "out")
    other.end(other.worker())


def test_served_again_later_it_still_holds(door, print_own, booked, verified, clock, post):
    paper = print_own(booked)
    another_morning(door, booked, clock, post)
    clock.travel_to("2026-04-11 10:00")

    assert verified(paper)["state"] == "valid"


def test_announced_when_it_was_printed_it_still_holds(
    door, print_own, booked, verified, clock, post
):
    """A day of the same span that was not booked yet is no part of the paper."""
    another_morning(door, booked, clock, post)
    paper = print_own(booked)
    clock.travel_to("2026-04-11 10:00")

    assert (paper.json["rows"], verified(paper)["state"]) == (1, "valid")


def test_corrected_afterwards_it_says_when_and_how_many_hours_now(
    door, print_own, booked, verified, clock, post
):
    paper = print_own(booked)
    clock.forward(hours=1)
    out = db.session.query(Scan).filter_by(direction="out").one()
    post(f"/api/occasions/scans/{out.id}/undo", by=door.worker())
    told = verified(paper)

    assert (told["state"], told["hours"], told["hours_now"]) == ("corrected", "1.2", "0.0")
    assert told["changed_at"].startswith("2026-03-11T03:00")


def test_the_desk_revokes_it_with_a_reason(door, print_own, booked, verified, post):
    booked.estate_id = door.session.area_id
    make.saved(booked)
    paper = print_own(booked).json
    told = post(f"{PAPERS}/{paper['id']}/revoke", by=door.worker(), why="lost")

    assert told.json["paper"] is None
    assert verified(paper)["state"] == "revoked"
    assert "纸张遗失" in verified(paper)["words"]


def test_nobody_revokes_their_own(print_own, booked, post):
    paper = print_own(booked).json

    assert post(f"{PAPERS}/{paper['id']}/revoke", by=booked, why="lost").status_code == 403


def test_a_code_nobody_printed_is_not_found(get):
    assert get(f"{PAPERS}?code=abcdefghijkl").status_code == 404


def test_the_desk_prints_for_whoever_has_no_telephone(door, booked, post):
    booked.estate_id = door.session.area_id
    make.saved(booked)
    path = f"/api/occasions/persons/{booked.id}/record/papers"
    paper = post(path, by=door.worker(), reason="visit", since="2026-03-01", until="2026-03-31")

    assert paper.status_code == 201
    assert (paper.json["since"], paper.json["until"]) == ("2026-03-01", "2026-03-11")


def test_the_sheet_says_what_it_is_and_what_it_is_not(print_own, booked, get):
    paper = print_own(booked).json
    sheet = get(paper["paper"])
    told = words(sheet.data)

    assert sheet.mimetype == "application/pdf"
    assert "平台服务记录" in told
    assert "累计1.2小时" in told
    assert "75" in told
    assert "盖章" in told


def test_the_link_opens_for_an_hour(print_own, booked, get, clock):
    address = print_own(booked).json["paper"]
    clock.forward(hours=1, seconds=1)

    assert get(address).status_code == 410


def test_a_year_of_mornings_takes_more_than_one_sheet(door, print_own, booked, get):
    for number in range(60):
        session = occasions.session(
            door.session.area, title=f"第 {number} 场志愿服务", state="ended"
        )
        stay = Attendance(session_id=session.id, person_id=booked.id, capacity="duty")
        stay.in_at, stay.rule_version = session.starts_at, 1
        stay.minutes_actual = stay.minutes_credited = 60
        stay.public_until = date(2026, 3, 1)
        make.saved(stay)
    sheet = get(print_own(booked).json["paper"]).data

    assert len(PdfReader(BytesIO(sheet)).pages) == 3
    assert db.session.query(ServicePaper).one().rows == 61
