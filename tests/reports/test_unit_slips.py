"""联办单统计: per unit, each number with its base; and the bounces behind it."""

import pytest

from schemas.people_words import Role
from server.core.db import db
from server.people.places import Area
from server.tickets.service import hands, joint
from tests import make, make_joint
from tests import make_tickets as tickets
from tests.core.test_query_counts import lists

MARCH = {"since": "2026-03-01", "until": "2026-03-31"}


@pytest.fixture
def county():
    make.estate()
    return db.session.scalars(db.select(Area).where(Area.parent_id.is_(None))).one()


@pytest.fixture
def told(get, county):
    def ask(by=None, **form):
        form = {"area_id": county.id, **MARCH} | form
        return get("/api/reports/unit_slips", by=by or make.viewer(), **form)

    return ask


@pytest.fixture
def bounced(clock):
    """One that leads bounced; its parts ended with it. Another is done, too late."""
    first, second = make_joint.offered(), make_joint.accepted(make.person("李伯"))
    hands.bounce(first.ticket, "不归我们，秘密的话", by=tickets.actor(first.lead))
    clock.travel_to("2026-03-28 09:00")
    form = {"assignment_id": second.part(second.power).id, "words": "好了", "photo_ids": []}
    form["proof_words"] = "现场看得到"
    joint.finish_part(second.ticket, form, by=tickets.actor(second.power))
    db.session.commit()
    return first


def counts(answer) -> dict[str, int]:
    return answer.json["total"]


@pytest.mark.usefixtures("bounced")
def test_what_was_sent_was_taken_or_bounced_or_waits_or_was_taken_back(told):
    total = counts(told())

    assert total == {"offered": 6, "accepted": 3, "bounced": 1, "waiting": 0, "taken_back": 2,
                     "done": 1, "done_late": 1}  # fmt: skip
    assert total["offered"] == sum(
        total[name] for name in ("accepted", "bounced", "waiting", "taken_back")
    )


@pytest.mark.usefixtures("bounced")
def test_the_units_add_up_to_the_total_and_stand_by_name(told):
    answer = told().json
    rows = answer["units"]

    assert {n: sum(row["counts"][n] for row in rows) for n in answer["total"]} == answer["total"]
    assert len(rows) == 6
    assert [figure["name"] for figure in answer["figures"]] == list(answer["total"])
    assert all(figure["definition"] for figure in answer["figures"])


@pytest.mark.usefixtures("bounced")
def test_of_another_month_there_is_nothing(told):
    assert counts(told(since="2026-04-01", until="2026-04-30"))["offered"] == 0


@pytest.mark.parametrize("days", [("2026-03-31", "2026-03-01"), ("2024-01-01", "2026-03-01")])
def test_the_days_make_sense(told, days):
    assert told(since=days[0], until=days[1]).status_code == 422


def test_the_desk_reads_why_and_viewers_how_often(get, county, bounced):
    def rows(by, **form):
        form = {"area_id": county.id, **MARCH} | form
        return get("/api/reports/unit_bounces", by=by, **form).json["items"]

    make.grant(bounced.worker, Role.VIEWER, county)
    (seen,) = rows(make.viewer())
    (read,) = rows(bounced.worker)

    assert (seen["unit_name"], seen["role_label"], seen["reason"]) == ("县城管大队", "主办", None)
    assert (read["reason"], read["ticket_id"]) == ("不归我们，秘密的话", bounced.ticket.id)
    assert rows(make.viewer(), unit_id=make_joint.unit_of(bounced.power)) == []


def test_a_part_that_was_bounced_counts_for_its_unit_alone(told, clock):
    made = make_joint.offered()
    form = {"assignment_id": made.part(made.power).id, "words": "人手不够"}
    joint.bounce_part(made.ticket, form, by=tickets.actor(made.power))
    db.session.commit()
    bounced = {row["unit_name"]: row["counts"]["bounced"] for row in told().json["units"]}

    assert bounced == {"供电所": 1, "县城管大队": 0, "绿地物业": 0}


def test_twenty_units_cost_as_many_statements_as_one(get, county, count_queries, clock):
    viewer, area_id = make.token(make.viewer()), county.id

    def asked(path) -> int:
        with count_queries() as statements:
            answer = get(path, token=viewer, area_id=area_id, **MARCH)
        assert answer.status_code == 200, answer.text
        return len(statements)

    for path in ("/api/reports/unit_slips", "/api/reports/unit_bounces"):
        one, twenty = lists(lambda path=path: asked(path), _bounced_again)
        assert one == twenty


def _bounced_again():
    made = make_joint.offered(make.person("陈阿姨", phone="13859740001"))
    hands.bounce(made.ticket, "不归我们", by=tickets.actor(made.lead))
    db.session.commit()
