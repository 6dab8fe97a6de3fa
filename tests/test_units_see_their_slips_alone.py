"""An officer of a unit sees the slips of the unit and nothing else, anywhere."""

import pytest

from tests import make, make_joint
from tests import make_tickets as tickets
from tests.test_lists_leak_nothing import LISTS, SECRETS

AUNT = {"real_name": "秘丽华", "phone": "13800009999"}


def secret_joint(build=make_joint.accepted) -> make_joint.Joint:
    made = build(make.person("秘阿婆", **AUNT))
    made.ticket.details.text, made.ticket.details.place = "秘密的话", "9栋 9单元 909"
    make.saved(made.ticket)
    return made


def leaks(text: str) -> list[str]:
    return [secret for secret in SECRETS if secret in text]


@pytest.mark.parametrize("who", ["power", "green", "lead"])
def test_of_tickets_of_others_a_unit_reads_nothing(get, who):
    secret_joint()
    mine = make_joint.accepted(make.person("李伯"))
    officer = getattr(mine, who)
    for path in LISTS:
        assert leaks(get(path, by=officer).text) == [], path
    tasks = get("/api/tickets/tasks", by=officer).json["items"]
    assert [task["id"] for task in tasks] == [mine.ticket.id]


def test_what_was_bounced_or_taken_back_is_gone(get, post):
    made = secret_joint(make_joint.offered)
    part = {"assignment_id": made.part(made.power).id}
    post(made.path("bounce_part"), by=made.power, words="不归我们", **part)
    part = {"assignment_id": made.part(made.green).id}
    post(made.path("drop_part"), by=made.worker, words="不用了", **part)
    for officer in (made.power, made.green):
        assert get(f"/api/tickets/{made.ticket.id}", by=officer).status_code == 404
        for path in LISTS:
            assert leaks(get(path, by=officer).text) == [], path


def test_a_part_reads_its_own_share_and_not_those_of_others(get):
    made = make_joint.accepted()
    mine = get(f"/api/tickets/{made.ticket.id}", by=made.power).json
    led = get(f"/api/tickets/{made.ticket.id}", by=made.lead).json

    assert [part["name"] for part in mine["parts"]] == ["供电所"]
    assert [part["name"] for part in led["parts"]] == ["供电所", "绿地物业"]
    assert "assignments" not in mine


def test_once_the_time_has_faded_nobody_of_a_unit_reads_what_was_said(get, post, clock):
    made = secret_joint(make_joint.done)
    post(made.path("rate"), by=made.ticket.wisher, solved="yes")
    clock.forward(days=8)
    for officer in (made.power, made.lead):
        assert leaks(get(f"/api/tickets/{made.ticket.id}", by=officer).text) == []


def test_a_ticket_with_more_parts_costs_as_many_statements(get, post, count_queries):
    few, many = make_joint.accepted(), make_joint.accepted(make.person("李伯"))
    for name in ("水务公司", "燃气公司"):
        officer = make_joint.officer(name, tickets.parent(many.ticket.area))
        form = {"unit_id": make_joint.unit_of(officer), "part": "来看看"}
        post(many.path("add_part"), by=many.worker, **form)

    def asked(made, by) -> int:
        token = make.token(by)
        with count_queries() as statements:
            get(f"/api/tickets/{made.ticket.id}", token=token)
        return len(statements)

    assert asked(few, few.power) == asked(many, many.power)
