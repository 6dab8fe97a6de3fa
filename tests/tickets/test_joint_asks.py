"""联审联办: whom the desk may ask for a part, and until when."""

from tests import make, make_joint
from tests import make_tickets as tickets


def test_a_part_may_be_due_before_the_whole_and_never_after(dispatch_joint, clock):
    unit = make.unit(name="供电所")
    first, second, third = (tickets.wish(make.person(name)) for name in ("甲", "乙", "丙"))
    answer = dispatch_joint(first, [unit], due_on="2026-03-06")

    assert answer.json["assignments"][1]["due_at"] == "2026-03-06T09:30:00+00:00"
    assert dispatch_joint(second, [unit], due_on="2026-12-31").status_code == 422
    assert dispatch_joint(third, [unit], due_on="2026-03-04").status_code == 422


def test_nobody_has_two_shares_of_one_slip(dispatch_joint, post):
    unit = make.unit(name="供电所")
    made = make_joint.offered()

    assert dispatch_joint(tickets.wish(make.person()), [unit, unit]).status_code == 422
    again = post(made.path("add_part"), by=made.worker, unit_id=make_joint.unit_of(made.lead),
                 part="断电")  # fmt: skip
    assert list(again.json["problems"]) == ["co"]


def test_five_units_beside_the_lead_are_the_most(dispatch_joint, post):
    five = [make.unit(name=f"单位{n}") for n in range(5)]
    ticket = tickets.wish()
    sixth = [*five, make.unit(name="单位六")]

    assert dispatch_joint(tickets.wish(make.person()), sixth).status_code == 422
    assert dispatch_joint(ticket, five).status_code == 200
    answer = post(
        tickets.path(ticket, "add_part"), by=make.staff(), unit_id=sixth[-1].id, part="清"
    )
    assert answer.json["code"] == "too_many_parts"
