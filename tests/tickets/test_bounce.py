"""退回: to the first receiver, with a reason."""

from tests import make, make_joint
from tests import make_tickets as tickets


def test_what_is_bounced_is_with_its_first_receiver_again(post, get):
    worker, officer = make.staff(), make.officer()
    ticket = tickets.wish(make.person(), by=worker, channel="door_knock")
    unit = officer.live_grants[0].unit
    post(tickets.path(ticket, "dispatch"), by=worker, unit_id=unit.id)
    post(tickets.path(ticket, "bounce"), by=officer, words="不归物业管")
    seen = get(f"/api/tickets/{ticket.id}", by=worker).json
    assert (seen["state"], seen["holder_name"]) == ("received", "小林")
    assert [(a["state"], a["reason"]) for a in seen["assignments"]] == [("bounced", "不归物业管")]
    assert get("/api/messages/", by=worker).json["items"][0]["words"].endswith("不归物业管")


def test_whoever_bounced_it_no_longer_sees_it(post, get):
    officer = make.officer()
    ticket = tickets.offered_wish(unit=officer.live_grants[0].unit)
    post(tickets.path(ticket, "bounce"), by=officer, words="人手不够")

    assert get(f"/api/tickets/{ticket.id}", by=officer).status_code == 404


def test_a_bounce_wants_a_reason(post):
    officer = make.officer()
    ticket = tickets.offered_wish(unit=officer.live_grants[0].unit)
    answer = post(tickets.path(ticket, "bounce"), by=officer, words="  ")

    assert (answer.status_code, list(answer.json["problems"])) == (422, ["words"])


def test_on_the_line_of_life_what_was_bounced_is_not_under_way(post, get):
    officer = make.officer()
    ticket = tickets.offered_wish(unit=officer.live_grants[0].unit)
    post(tickets.path(ticket, "bounce"), by=officer, words="人手不够")
    lifeline = get(f"/api/tickets/{ticket.id}", by=make.staff()).json["lifeline"]

    assert [stage["reached"] for stage in lifeline] == [True, False, False, False, False]


def test_what_is_accepted_is_not_bounced(post):
    officer = make.officer()
    ticket = tickets.accepted_wish(officer=officer)

    assert post(tickets.path(ticket, "bounce"), by=officer, words="不办了").status_code == 403


def test_the_resident_and_other_units_do_not_read_who_bounced(post, get):
    """Which unit did not want it is between the unit and the desk."""
    made = make_joint.offered()
    share = made.part(made.power).id
    post(made.path("bounce_part"), by=made.power, words="不归我们", assignment_id=share)
    post(made.path("bounce"), by=made.lead, words="不归我们")
    told = timeline(get, made, made.ticket.wisher)

    assert [(line["words"], line["who"]) for line in told][:1] == [("重新安排", "社区")]
    assert not [line for line in told if "退回" in line["words"] or "供电所" in line["who"]]
    known = timeline(get, made, made.worker)
    assert {("退回了自己那部分", "供电所"), ("退回了", "县城管大队")} <= {
        (line["words"], line["who"]) for line in known
    }


def timeline(get, made, by) -> list[dict]:
    return get(f"/api/tickets/{made.ticket.id}", by=by).json["timeline"]
