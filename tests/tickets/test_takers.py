from schemas.people_words import Role, UnitKind
from tests import make
from tests import make_tickets as tickets


def test_whom_a_ticket_may_be_dispatched_to(get):
    ticket, worker = tickets.wish(), make.staff()
    property_company = make.unit(UnitKind.PROPERTY, name="安居物业")
    helper = make.volunteer(display_name="王师傅")
    make.grant(helper, Role.TEAM_LEADER, tickets.parent(ticket.area))
    answer = get(f"/api/tickets/{ticket.id}/takers", by=worker).json

    assert [unit["id"] for unit in answer["units"]] == [property_company.id]
    assert {(p["name"], p["about"]) for p in answer["persons"]} == {
        ("王师傅", "队长、志愿者"),
        ("小林", "社工"),
    }


def test_the_wisher_and_people_elsewhere_are_no_takers(get):
    wisher = make.volunteer(estate=make.estate())
    ticket = tickets.wish(wisher)
    make.staff(at=make.community("浔中社区"), display_name="小吴")
    answer = get(f"/api/tickets/{ticket.id}/takers", by=make.staff(at=tickets.parent(ticket.area)))

    assert [person["name"] for person in answer.json["persons"]] == ["小林"]


def test_who_has_a_part_already_is_marked(get, post):
    ticket, worker = tickets.wish(), make.staff()
    property_company = make.unit(UnitKind.PROPERTY, name="安居物业")
    make.unit(UnitKind.DEPARTMENT, name="供电所")
    post(tickets.path(ticket, "dispatch"), by=worker, unit_id=property_company.id)
    units = get(f"/api/tickets/{ticket.id}/takers", by=worker).json["units"]

    assert {unit["name"]: unit["has_part"] for unit in units} == {"安居物业": True, "供电所": False}
