from schemas.people_words import UnitKind
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets


def test_a_category_says_which_tickets_may_be_about_it(get):
    tickets.categories()
    kinds = {one["code"]: one["kind"] for one in get("/api/tickets/categories").json["items"]}

    assert kinds["home_repair"] == "wish"
    assert kinds["charging"] == "reception"


def test_the_desk_reads_the_day_of_a_part_before_it_sends_it(clock, get, post):
    ticket, worker = tickets.wish(), make.staff()
    lead, other = make.unit(UnitKind.PROPERTY), make.unit(UnitKind.DEPARTMENT)
    path = f"/api/tickets/{ticket.id}"
    told = get(f"{path}/takers", by=worker).json["part_due_at"]
    co = [{"unit_id": other.id, "part": "断电"}]
    post(f"{path}/dispatch", by=worker, unit_id=lead.id, part="定方案", co=co)
    parts = [one for one in get(path, by=worker).json["assignments"] if one["role"] == "co"]

    assert [part["due_at"] for part in parts] == [told]


def test_for_what_is_everybodys_shops_stand_last(get):
    estate = make.estate()
    barber = make.unit(UnitKind.MERCHANT, at=estate, name="阿琴理发店")
    company = make.unit(UnitKind.PROPERTY, at=estate)
    worker, person = make.staff(at=estate), make.person(estate=estate)
    orders = [
        [one["id"] for one in get(f"/api/tickets/{ticket.id}/takers", by=worker).json["units"]]
        for ticket in (reception.matter(person), tickets.wish(person))
    ]

    assert orders == [[company.id, barber.id], [barber.id, company.id]]


def test_the_desk_reads_until_when_each_slip_is_due(get, post):
    ticket, worker = tickets.wish(), make.staff()
    company = make.unit(UnitKind.PROPERTY)
    path = f"/api/tickets/{ticket.id}"
    post(f"{path}/dispatch", by=worker, unit_id=company.id)
    shown = get(path, by=worker).json

    assert [slip["due_at"] for slip in shown["assignments"]] == [shown["due_at"]]
