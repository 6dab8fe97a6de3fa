"""Who gets nothing by hand: whoever is paid to serve, and whoever asked for it themselves; and what
the desk sees before it agrees."""

import pytest
from sqlalchemy import update

from schemas.people_words import Role
from server.core.db import db
from server.people.models import RoleGrant
from tests import make, make_points
from tests.points.test_grants import told


@pytest.fixture
def town():
    """A scheme of the town, with a community below it."""
    town = make.town()
    return make_points.scheme(town), make.community(of=town)


def test_whoever_works_below_the_area_of_a_scheme_gets_none(clock, town, post):
    scheme, below = town
    pool = make_points.pool(scheme, 50)
    worker = make.person("社区干部", estate=make.estate(of=below))
    make.grant(worker, Role.COMMUNITY_STAFF, below)
    clerk = make.staff(Role.SOCIAL_WORKER, at=scheme.area)

    form = {"person_id": worker.id, "pool_id": pool.id, "amount": 50, "words": "奖励一下"}
    answer = post(f"/api/points/schemes/{scheme.id}/grants", by=clerk, **form)

    assert answer.json["code"] == "officials_earn_none"


def test_nobody_gets_what_they_asked_for_under_another_account(ask, judge, colleague, keeper):
    """The asker has left, and turned out to be the same person: it can still be declined."""
    other = make.person("小郑的另一个号", estate=make.estate(of=keeper.live_grants[0].area))
    asked = ask(person_id=other.id)
    db.session.execute(
        update(RoleGrant).where(RoleGrant.person_id == keeper.id).values(until=RoleGrant.since)
    )
    other.merged_into_id = keeper.id
    db.session.commit()
    db.session.expire_all()

    assert judge(asked, "approve", colleague).json["code"] == "grant_to_yourself"
    assert judge(asked, "decline", colleague, words="是本人").status_code == 200


def test_the_desk_sees_what_there_is_and_what_would_be_owed(ask, judge, colleague, lin, get):
    judge(ask(50), "approve", colleague)

    asked = ask(-500)
    shown = get(f"/api/points/grants/{asked.json['id']}", by=colleague).json
    assert (shown["there"], shown["owes"], shown["lacked"]) == (50, 450, None)

    judge(asked, "approve", colleague)
    judge(ask(-5), "approve", colleague)
    rows = get("/api/points/grants", by=colleague).json["items"]
    assert [(row["amount"], row["lacked"]) for row in rows] == [(-5, 5), (-500, 450), (50, 0)]


def test_under_all_ids_of_the_person_together(ask, scheme, lin):
    old = make.person("林伯", merged_into_id=lin.id)
    for person in (lin, old):
        make_points.filled(scheme, person, 10)

    assert ask(-25).json["there"] == 20


def test_whoever_only_looks_does_not_see_it(ask, get):
    ask(-5)

    (shown,) = get("/api/points/grants", by=make.viewer()).json["items"]
    assert (shown["there"], shown["owes"], shown["lacked"]) == (None, None, None)


def test_where_nothing_was_there_nothing_is_said_to_be_gone(ask, judge, colleague, lin):
    judge(ask(-30), "approve", colleague)

    ((title, words),) = told(lin)
    assert title == "社区要扣回一些积分"
    assert "一共要扣 30 分，还差 30 分" in words
