"""The copy of everything kept about somebody holds their tickets and ratings, nobody else's."""

from tests import make
from tests import make_tickets as tickets

COPY = "/api/people/me/copy"


def parts(get, by) -> dict:
    return get(COPY, by=by).json["parts"]


def test_it_holds_what_one_asked_for_in_words(get):
    aunt = make.person("陈阿姨", phone="13859740001")
    ticket = tickets.wish(aunt, text="想请人换灯管")
    (row,) = parts(get, aunt)["tickets"]

    assert row["number"] == ticket.number
    assert row["text"] == "想请人换灯管"
    assert row["contact_phone"] == "13859740001"
    assert row["state"] == "待受理"


def test_it_holds_what_one_said_about_the_result(get):
    ticket = tickets.closed_wish()
    (row,) = parts(get, ticket.wisher)["ratings"]

    assert row["solved"]
    assert row["rated_at"]


def test_whoever_wrote_it_down_for_somebody_gets_nothing_of_it(get):
    niece = make.person("小陈")
    tickets.wish(make.person("李大山"), by=niece)

    assert parts(get, niece)["tickets"] == []
