"""How parts of a joint slip come and go with the whole."""

import pytest

from server.tickets.service.backstop import to_backstop
from tests import make, make_joint
from tests import make_tickets as tickets


def states(ticket) -> dict[str, str]:
    return {a.unit.name: a.state.value for a in ticket.assignments}


def test_when_the_lead_bounces_the_others_have_not(post, get):
    made = make_joint.offered()
    answer = post(made.path("bounce"), by=made.lead, words="不归我们")

    assert (answer.status_code, made.ticket.state) == (200, "received")
    assert made.ticket.holder_unit_id == make.desk().id
    assert states(made.ticket) == {
        "县城管大队": "bounced",
        "供电所": "dropped",
        "绿地物业": "dropped",
    }
    assert get("/api/messages/", by=made.power).json["items"][0]["title"] == "联办单到此为止"


def test_when_the_lead_bounces_what_others_did_is_kept_and_no_longer_theirs(post):
    made = make_joint.offered()
    part = {"assignment_id": made.part(made.power).id}
    post(made.path("accept_part"), by=made.power, **part)
    post(made.path("finish_part"), by=made.power, proof_words="看得到", words="停电了", **part)
    post(made.path("bounce"), by=made.lead, words="不归我们")

    assert states(made.ticket)["供电所"] == "set_aside"
    assert made.part(made.power).outcome == "停电了\n凭据：看得到"
    again = post(made.path("dispatch"), by=made.worker, unit_id=make_joint.unit_of(made.power))
    assert again.status_code == 200


@pytest.mark.parametrize(
    ("step", "form"),
    [
        ("recall", {"words": "换人来办"}),
        ("cannot_do", {"reason": "money", "words": "没有经费"}),
        ("hand_over", {"elsewhere": "hotline", "words": "请拨 12345"}),
        ("withdraw", {}),
    ],
)
@pytest.mark.parametrize("build", [make_joint.offered, make_joint.accepted])
def test_every_end_of_the_whole_ends_its_parts(post, build, step, form):
    made = build()
    by = made.ticket.wisher if step == "withdraw" else made.worker
    answer = post(made.path(step), by=by, **form)

    assert answer.status_code == 200
    assert not [a for a in made.ticket.assignments if a.state.has("live")]


def test_merged_into_another_one_its_parts_end(post):
    made = make_joint.accepted()
    other = tickets.wish(make.person("李伯"))
    answer = post(made.path("merge"), by=made.worker, into=other.number)

    assert answer.status_code == 200
    assert made.ticket.parts == []


def test_the_desk_asks_one_more_at_any_time(post, get):
    made = make_joint.accepted()
    water = make_joint.officer("水务公司", tickets.parent(made.ticket.area))
    answer = post(
        made.path("add_part"), by=made.worker, unit_id=make_joint.unit_of(water), part="关水"
    )

    assert answer.json["waits_for"].endswith("水务公司")
    assert get("/api/messages/", by=water).json["items"][0]["title"] == "有一张联办单"
    assert answer.json["timeline"][0]["more"] == "水务公司"


def test_the_desk_takes_a_part_back_and_nobody_waits_for_it(post, get):
    made = make_joint.accepted()
    for who in (made.power, made.green):
        form = {"assignment_id": made.part(who).id, "words": "不用断电了"}
        answer = post(made.path("drop_part"), by=made.worker, **form)
        assert answer.status_code == 200

    assert (
        post(made.path("finish"), by=made.lead, proof_words="看得到", words="好了").status_code
        == 200
    )
    assert get(f"/api/tickets/{made.ticket.id}", by=made.power).status_code == 404
    assert get("/api/messages/", by=made.power).json["items"][0]["words"].endswith("不用断电了")


def test_a_helper_who_stops_gives_a_part_back_and_the_whole_goes_on(post, get):
    made = make_joint.accepted()
    wang = make.volunteer()
    post(made.path("add_part"), by=made.worker, person_id=wang.id, part="搬开杂物")
    part = next(a for a in made.ticket.assignments if a.person_id == wang.id)
    post(made.path("accept_part"), by=wang, assignment_id=part.id)
    post(f"/api/people/grants/{wang.live_grants[0].id}/end", by=make.administrator())

    assert made.ticket.state == "working"
    assert made.ticket.holder_unit_id == make_joint.unit_of(made.lead)
    assert part.state == "released"


def test_when_a_person_who_leads_stops_the_parts_end_too(post):
    ticket, wang, worker = tickets.wish(), make.volunteer(), make.staff()
    power = make_joint.officer("供电所", tickets.parent(ticket.area))
    co = [{"unit_id": make_joint.unit_of(power), "part": "断电"}]
    post(tickets.path(ticket, "dispatch"), by=worker, person_id=wang.id, part="换灯", co=co)
    post(tickets.path(ticket, "accept_part"), by=power, assignment_id=ticket.parts[0].id)
    post(f"/api/people/grants/{wang.live_grants[0].id}/end", by=make.administrator())

    assert (ticket.state, ticket.parts) == ("received", [])
    assert ticket.holder_unit_id == make.desk().id


# ---- 兜底


@pytest.fixture
def office(post):
    """Named by the administrator of the county."""
    here = make.community()
    unit = make.unit(at=tickets.parent(here), name="镇综合执法队")
    path = f"/api/people/areas/{here.id}/backstop"
    assert post(path, by=make.administrator(), unit_id=unit.id).json["name"] == unit.name
    return make.officer(unit)


@pytest.mark.usefixtures("office")
def test_bounced_twice_the_desk_is_told_of_the_office_of_last_resort(post, get):
    worker, ticket = make.staff(), tickets.wish()
    seen = []
    for name in ("物业", "供电所"):
        officer = make.officer(make.unit(name=name))
        unit_id = make_joint.unit_of(officer)
        post(tickets.path(ticket, "dispatch"), by=worker, unit_id=unit_id)
        post(tickets.path(ticket, "bounce"), by=officer, words="不归我们")
        seen.append(get(f"/api/tickets/{ticket.id}", by=worker).json["backstop"])

    assert seen[0] is None
    assert (seen[1]["name"], seen[1]["bounces"]) == ("镇综合执法队", 2)


def test_in_the_end_the_office_holds_it_and_is_told_why(office, get):
    made = make_joint.accepted()
    assert to_backstop(made.ticket, by=tickets.actor(made.worker)) is True
    make.db.session.commit()
    seen = get(f"/api/tickets/{made.ticket.id}", by=office).json

    assert (seen["state"], seen["holder_name"]) == ("working", "镇综合执法队")
    assert made.ticket.parts == []
    assert get("/api/messages/", by=office).json["items"][0]["title"] == "请您兜底办理"


@pytest.mark.usefixtures("office")
def test_it_goes_there_once(get):
    made = make_joint.accepted()
    by = tickets.actor(made.worker)

    assert [to_backstop(made.ticket, by=by) for _ in range(2)] == [True, False]


def test_without_such_an_office_it_stays_where_it_is():
    made = make_joint.accepted()

    assert to_backstop(made.ticket, by=tickets.actor(made.worker)) is False
    assert made.ticket.holder_unit_id == make_joint.unit_of(made.lead)
