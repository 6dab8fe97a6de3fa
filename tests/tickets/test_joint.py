"""联审联办: a lead and units with a part each; every part moves for itself."""

import pytest

from tests import make, make_joint
from tests import make_tickets as tickets
from tests.tickets.sent import photo


def titles(get, by) -> list[str]:
    return [message["title"] for message in get("/api/messages/", by=by).json["items"]]


@pytest.fixture
def part(post):
    """`part(made, "accept", made.power)`: a step of their own part."""

    def step(made, act, who, *, of=None, **form):
        form |= {"assignment_id": made.part(of or who).id}
        return post(made.path(f"{act}_part"), by=who, **form)

    return step


def test_each_unit_reads_its_own_part_and_is_told(dispatch_joint, get):
    ticket, officer = tickets.wish(), make.officer(make.unit(name="供电所"))
    (unit_id,) = tickets.actor(officer).units
    unit = make.db.session.get(type(officer.live_grants[0].unit), unit_id)
    answer = dispatch_joint(ticket, [unit])
    (mine,) = get(f"/api/tickets/{ticket.id}", by=officer).json["parts"]

    assert (answer.json["state"], answer.json["waits_for"]) == ("offered", "供电所")
    assert (mine["part"], mine["state"], mine["due_at"]) == (
        "断电",
        "offered",
        answer.json["due_at"],
    )
    assert [a["action"] for a in mine["actions"]] == ["accept_part", "bounce_part"]
    assert mine["answer_by"] is not None
    assert titles(get, officer) == ["有一张联办单"]


def test_the_lead_holds_it_alone_whatever_the_others_say(part, post):
    made = make_joint.offered()
    desk = make.desk().name
    before = part(made, "accept", made.power).json
    after = post(made.path("accept"), by=made.lead).json

    assert (before["state"], before["holder_name"]) == ("offered", desk)
    assert (after["state"], after["holder_name"]) == ("working", "县城管大队")


def test_who_has_a_part_neither_answers_nor_finishes_the_whole(post):
    made = make_joint.accepted()
    for step, form in (("finish", {"words": "好了"}), ("hand_back", {"words": "不办"}),
                       ("accept", {}), ("bounce", {"words": "不办"})):  # fmt: skip
        assert post(made.path(step), by=made.power, **form).status_code == 403


def test_nobody_answers_the_part_of_another_unit(part):
    made = make_joint.offered()

    assert part(made, "accept", made.power, of=made.green).status_code == 403
    assert part(made, "accept", made.power, of=made.lead).status_code == 403


def test_a_part_that_is_bounced_comes_to_the_desk_and_the_rest_goes_on(part, get):
    made = make_joint.accepted()
    extra = make_joint.offered(make.person("李伯"))
    answer = part(extra, "bounce", extra.power, words="不归我们管")
    seen = get(f"/api/tickets/{extra.ticket.id}", by=extra.worker).json
    (back,) = [a for a in seen["assignments"] if a["state"] == "bounced"]

    assert (answer.status_code, seen["state"]) == (200, "offered")
    assert (back["name"], back["reason"]) == ("供电所", "不归我们管")
    assert titles(get, extra.worker)[0] == "协办被退回"
    assert seen["waits_for"] == "绿地物业"
    assert get(f"/api/tickets/{extra.ticket.id}", by=extra.power).status_code == 404
    assert made.ticket.open_parts


def test_the_queue_says_that_a_part_came_back(part, post, get):
    made = make_joint.offered()
    post(made.path("accept"), by=made.lead)
    part(made, "bounce", made.power, words="不归我们管")
    (row,) = get("/api/tickets/", by=made.worker).json["items"]

    assert row["mark"] == "供电所退回了协办"


def test_only_the_desk_reads_why_a_part_was_bounced(part, get, post):
    made = make_joint.offered()
    post(made.path("accept"), by=made.lead)
    part(made, "bounce", made.power, words="不归我们管")

    assert "不归我们管" not in get(f"/api/tickets/{made.ticket.id}", by=made.lead).text
    assert "不归我们管" not in get("/api/messages/", by=made.lead).text


def test_the_whole_is_not_done_before_its_parts_are(post, part):
    made = make_joint.accepted()
    early = post(made.path("finish"), by=made.lead, proof_words="看得到", words="办好了")
    part(made, "finish", made.power, words="停电了", proof_words="看得到")
    still = post(made.path("finish"), by=made.lead, proof_words="看得到", words="办好了")
    part(made, "finish", made.green, words="清了", proof_words="看得到")
    now = post(made.path("finish"), by=made.lead, proof_words="看得到", words="办好了")

    assert (early.status_code, early.json["code"]) == (409, "parts_open")
    assert "供电所、绿地物业" in early.json["detail"]
    assert "供电所" not in still.json["detail"]
    assert (now.status_code, now.json["state"]) == (200, "done")


def test_who_has_not_answered_is_waited_for_too(post):
    made = make_joint.offered()
    post(made.path("accept"), by=made.lead)
    seen = post(made.path("note"), by=made.lead, words="去看过了").json

    assert (
        post(made.path("finish"), by=made.lead, proof_words="看得到", words="好了").json["code"]
        == "parts_open"
    )
    assert "finish" not in {action["action"] for action in seen["actions"]}
    assert seen["waits_for"] == "供电所、绿地物业"


def test_a_part_is_done_with_words_and_photos(part, post, get):
    made = make_joint.accepted()
    part(made, "finish", made.power, words="停电了", photo_ids=[photo(post, made.power)])
    seen = get(f"/api/tickets/{made.ticket.id}", by=made.lead).json
    outcomes = {one["name"]: one["outcome"] for one in seen["parts"]}

    assert outcomes == {"供电所": "停电了", "绿地物业": None}
    assert [file["purpose"] for file in seen["files"]] == ["after"]
    assert titles(get, made.lead)[0] == "协办的部分办好了"


def test_a_part_leaves_a_move_of_the_ticket_in_the_name_of_the_unit(part, get):
    made = make_joint.accepted()
    part(made, "finish", made.power, words="停电了", proof_words="看得到")
    latest = get(f"/api/tickets/{made.ticket.id}", by=made.worker).json["timeline"][0]

    assert (latest["words"], latest["who"]) == ("说自己那部分办好了", "供电所")


def test_whoever_did_a_part_records_no_rating(post):
    made = make_joint.done()
    make.grant(made.power, "social_worker", tickets.parent(made.ticket.area))
    answer = post(made.path("rate"), by=made.power, solved="yes", route="phone")

    assert answer.status_code == 403


def test_reopened_every_part_that_was_done_goes_on(post, get):
    made = make_joint.done()
    post(made.path("rate"), by=made.ticket.wisher, solved="no")
    seen = get(f"/api/tickets/{made.ticket.id}", by=made.worker).json

    assert {a["state"] for a in seen["assignments"]} == {"accepted"}
    assert (seen["holder_name"], seen["waits_for"]) == ("县城管大队", "供电所、绿地物业")
