from schemas.people_words import UnitKind
from tests import make
from tests import make_tickets as tickets


def test_a_category_says_which_tickets_may_be_about_it(get):
    tickets.categories()
    kinds = {one["code"]: one["kind"] for one in get("/api/tickets/categories").json["items"]}

    assert kinds["home_repair"] == "wish"
    assert kinds["charging"] == "reception"


def test_the_desk_reads_until_when_each_slip_is_due(get, post):
    ticket, worker = tickets.wish(), make.staff()
    company = make.unit(UnitKind.PROPERTY)
    path = f"/api/tickets/{ticket.id}"
    post(f"{path}/dispatch", by=worker, unit_id=company.id)
    shown = get(path, by=worker).json

    assert [slip["due_at"] for slip in shown["assignments"]] == [shown["due_at"]]
