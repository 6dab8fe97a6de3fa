"""Parts of a joint slip run by the same clock as the whole, and are reminded and alarmed."""

from datetime import date

import pytest

from server.core.clock import local
from tests import make, make_joint
from tests import make_tickets as tickets
from tests.tickets.alarms import inbox

DAYS = "/api/occasions/days"


@pytest.fixture
def made(clock, post):
    """绿地物业 has accepted a part that is due on Monday the 9th; the whole on the 12th."""
    joint = make_joint.accepted()
    of = joint.part(joint.green).id
    post(joint.path("drop_part"), by=joint.worker, assignment_id=of, words="改一天")
    form = {"unit_id": make_joint.unit_of(joint.green), "part": "清障", "due_on": "2026-03-09"}
    assert post(joint.path("add_part"), by=joint.worker, **form).status_code == 200
    taken = {"assignment_id": joint.part(joint.green).id}
    assert post(joint.path("accept_part"), by=joint.green, **taken).status_code == 200
    return joint


@pytest.fixture
def shown(get, made):
    """As the desk reads the part."""

    def of():
        seen = get(f"/api/tickets/{made.ticket.id}", by=made.worker).json["assignments"]
        return next(a for a in seen if a["id"] == made.part(made.green).id)

    return of


def due(made) -> str:
    return f"{local(made.part(made.green).due_at):%m-%d %H:%M}"


def ask_until(made, post, clock, moment):
    post(made.path("ask"), by=made.lead, words="几号楼？")
    clock.travel_to(moment)
    post(made.path("reply"), by=made.ticket.wisher, words="三号楼")


def finish(made, post):
    form = {"assignment_id": made.part(made.green).id, "words": "清好了"}
    answer = post(made.path("finish_part"), by=made.green, proof_words="看得到", **form)
    assert answer.status_code == 200, answer.text


def titles(person) -> list[str]:
    return [message.title for message in inbox(person)]


def test_a_part_waits_too_while_the_resident_is_asked(made, post, clock, shown):
    ask_until(made, post, clock, "2026-03-13 10:00")  # six office days
    assert due(made) == "03-17 17:30"
    finish(made, post)

    assert not shown()["late"]


def test_done_while_the_resident_is_asked_it_is_not_late(made, post, clock, shown):
    post(made.path("ask"), by=made.lead, words="几号楼？")
    clock.travel_to("2026-03-13 10:00")
    finish(made, post)

    assert not shown()["late"]


def test_what_the_desk_agrees_to_holds_for_parts(made, post):
    post(made.path("ask_extension"), by=made.lead, days=2, words="等料")
    post(made.path("approve_extension"), by=made.worker, words="好")

    assert due(made) == "03-11 17:30"


def test_a_part_follows_the_calendar(made, post, work):
    form = {"day": "2026-03-09", "is_workday": False, "note": "台风停工"}
    assert post(DAYS, by=make.administrator(), **form).status_code == 200
    work()

    assert due(made) == "03-10 17:30"


def test_a_day_shortened_and_put_back_leaves_the_day_of_a_part(made, post, shown):
    post(made.path("triage"), by=made.worker, due_on="2026-03-06")
    assert shown()["due_at"].startswith("2026-03-06")  # never after the ticket
    post(made.path("triage"), by=made.worker, due_on="2026-03-12", words="写错了")

    assert (due(made), shown()["due_at"][:10]) == ("03-09 17:30", "2026-03-09")


def test_whoever_has_a_part_is_reminded_and_hears_that_it_is_late(made, clock, work):
    clock.travel_to("2026-03-06 09:00")
    work()
    assert titles(made.green)[-1] == "您那部分快到期了"
    clock.travel_to("2026-03-09 18:00")
    work()

    assert titles(made.green)[-1] == "您那部分超期了"
    assert titles(made.lead)[-1] == "协办的部分超期了"


def test_a_part_without_a_day_of_its_own_is_due_with_the_ticket_and_alarmed(made, clock, work):
    clock.travel_to("2026-03-13 09:00")
    work()

    assert titles(made.power).count("您那部分超期了") == 1


def test_once_done_nobody_is_alarmed_about_it(made, post, clock, work):
    finish(made, post)
    for _ in range(10):
        clock.forward(days=1)
        work()

    assert not {"您那部分快到期了", "您那部分超期了"} & set(titles(made.green))


def test_a_late_part_is_told_of_once(made, clock, work):
    for _ in range(20):
        clock.forward(days=1)
        work()

    assert titles(made.green).count("您那部分超期了") == 1


def late_parts(get, made) -> int:
    county = make._the(make.Level.COUNTY, make.county)
    period = {"since": "2026-03-01", "until": "2026-03-31"}
    told = get("/api/reports/unit_slips", by=make.viewer(), area_id=county.id, **period).json
    unit = make_joint.unit_of(made.green)
    return sum(r["counts"]["done_late"] for r in told["units"] if r["unit_id"] == unit)


def test_done_late_is_not_undone_by_a_later_day(made, post, get, clock):
    clock.travel_to("2026-03-10 10:00")
    finish(made, post)
    assert late_parts(get, made) == 1
    post(made.path("triage"), by=made.worker, due_on="2026-03-31", words="等料")

    assert late_parts(get, made) == 1


def test_nor_by_doing_it_again(made, post, get, clock):
    clock.travel_to("2026-03-10 10:00")
    finish(made, post)
    power = {"assignment_id": made.part(made.power).id, "words": "断了"}
    post(made.path("finish_part"), by=made.power, proof_words="看得到", **power)
    post(made.path("finish"), by=made.lead, proof_words="看得到", words="好了")
    post(made.path("rate"), by=made.ticket.wisher, solved="no")
    finish(made, post)

    assert late_parts(get, made) == 1


def test_no_part_is_due_on_a_day_off(made, post):
    unit = make.unit(at=tickets.parent(made.ticket.area), name="路灯所")
    form = {"unit_id": unit.id, "part": "换灯", "due_on": date(2026, 3, 8).isoformat()}

    assert post(made.path("add_part"), by=made.worker, **form).status_code == 422
