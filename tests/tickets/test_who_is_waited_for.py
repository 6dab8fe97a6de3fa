"""Whoever has a share reads until when to answer, and, leading, whom they wait for and may ring."""

from tests import make, make_joint


def test_a_unit_reads_until_when_it_says_whether_it_takes_its_share(clock, get, post):
    made = make_joint.offered()
    path = f"/api/tickets/{made.ticket.id}"
    seen = [get(path, by=who).json["answer_by"] for who in (made.lead, made.power)]
    listed = get("/api/tickets/tasks", by=made.power).json["items"][0]["answer_by"]
    part = made.part(made.power)

    assert seen == [made.part(made.lead).answer_by.isoformat(), part.answer_by.isoformat()]
    assert listed == seen[1]
    post(f"{path}/accept_part", by=made.power, assignment_id=part.id)
    assert get(path, by=made.power).json["answer_by"] is None


def test_the_lead_reads_whom_it_waits_for_where_to_ring_and_that_they_are_late(clock, get, post):
    made = make_joint.offered()
    path = f"/api/tickets/{made.ticket.id}"
    post(f"{path}/accept", by=made.lead)
    clock.forward(days=4)
    parts = get(path, by=made.lead).json["parts"]
    units = {one.unit.name: one.unit.phone for one in made.ticket.parts}

    assert {one["name"]: one["phone"] for one in parts} == units
    assert [one["late"] for one in parts] == [True, True]


def test_a_persons_telephone_is_not_read_by_the_lead(clock, get, post):
    made = make_joint.offered()
    volunteer = make.volunteer()
    path = f"/api/tickets/{made.ticket.id}"
    form = {"person_id": volunteer.id, "part": "照看老人"}
    assert post(f"{path}/add_part", by=made.worker, **form).status_code == 200
    post(f"{path}/accept", by=made.lead)
    parts = get(path, by=made.lead).json["parts"]

    assert [one["phone"] for one in parts if one["part"] == "照看老人"] == [None]
