"""What Dehua reported of its reception days, as pages show it to everybody: 65.2 % · 405/621 with
its label, and the other figure nowhere, on no page and in nothing a page was sent."""

import pytest

from server.core.db import db
from server.demo import history
from server.occasions.models import Session
from server.people.models import Person
from server.people.places import Area
from server.tickets.models import Ticket
from tests import make_tickets as tickets

OURS, THEIRS = "65.2 % · 405/621", "85" + ".4"
RECEPTION, STAFF = "/packages/reception", "/packages/staff"
COUNTY = f"{RECEPTION}/board?area={{county}}"
CODES = {"county": "DH", "community": "XB", "estate": "SB7K"}
# What each page shows when all of it has come.
RESIDENT = {
    "/pages/home/home": "业主接待日",
    f"{RECEPTION}/days": "下一场还没有公布",
    f"{RECEPTION}/days?view=past": "周五红色会客厅",
    f"{RECEPTION}/day?id={{session}}": "说了以后怎么办",
    f"{RECEPTION}/board?area={{estate}}": "上报口径",
    f"{RECEPTION}/board?area={{community}}": "上报口径",
    COUNTY: OURS,
}
DESK = {
    f"{STAFF}/desk/desk": "工作台",
    f"{STAFF}/tickets/tickets": "工单",
    f"{STAFF}/ticket/ticket?id={{ticket}}": "上报口径",
    f"{STAFF}/sessions/sessions": "场次",
    f"{STAFF}/sessions/session?id={{session}}": "周五红色会客厅",
    f"{STAFF}/reception/desk?id={{session}}": "接待台",
    f"{STAFF}/reception/set-out?id={{session}}": "摆几张接待桌",
    f"{STAFF}/visits/visits": "回访",
    f"{STAFF}/figures/figures": "办了多少",
    "/packages/gate/calling?id={session}": "今天的接待结束了",
}
FIGURES = {
    f"{STAFF}/figures/figures": "办了多少",
    f"{STAFF}/figures/units": "联办单统计",
    COUNTY: OURS,
}
READERS = {
    None: RESIDENT,
    "陈阿姨": RESIDENT | {f"{RECEPTION}/days?view=mine": "您还没有在接待日问过事"},
    "苏雅琴": DESK | {COUNTY: OURS},
    "郑文彬": FIGURES | {f"{STAFF}/days/days": "放假调休"},
    "邓晓岚": FIGURES,
}


@pytest.fixture
def told(app) -> dict[str, int]:
    """What addresses name: rows of the estate where 陈阿姨 lives and 苏雅琴 works."""
    tickets.categories()
    assert history.tell() == (496, 621, 405)
    areas = dict(db.session.execute(db.select(Area.code, Area.id)).all())
    ids = {name: areas[code] for name, code in CODES.items()}
    for name, model in (("session", Session), ("ticket", Ticket)):
        here = db.select(db.func.min(model.id)).where(model.area_id == ids["estate"])
        ids[name] = db.session.scalar(here)
    db.session.commit()
    return ids


def test_the_other_figure_is_on_no_page_and_in_nothing_a_page_was_sent(told, phone_of):
    for who, pages in READERS.items():
        phone = phone_of(who and named(who))
        for page, words in pages.items():
            phone.opens(page.format(**told))
            phone.sees(words)
            phone.rests()
            assert THEIRS not in phone.says(), page
            phone.has_not_received(THEIRS)


def test_the_board_of_the_county_says_the_share_with_its_base_and_whose_count_it_is(told, phone_of):
    phone = phone_of(None)
    phone.opens(COUNTY.format(**told))

    phone.sees(OURS, "上报口径：解决率（按受理）", "上报口径：已解决")


def named(name: str) -> Person:
    return db.session.scalars(db.select(Person).where(Person.display_name == name)).one()
