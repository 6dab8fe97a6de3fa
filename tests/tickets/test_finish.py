"""办结反馈, the first key: the doer's word. It closes nothing."""

from schemas.tickets import AssignmentState
from tests import make
from tests import make_tickets as tickets


def test_the_doers_word_waits_for_the_residents(post, get, clock):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    answer = post(tickets.path(ticket, "finish"), by=volunteer, words="换好了", level="estate")

    assert (answer.status_code, answer.json["state"]) == (200, "done")
    assert (ticket.solved, ticket.closed_at, ticket.level) == (None, None, "estate")
    assert get("/api/messages/", by=ticket.wisher).json["items"][0]["title"] == "请您评一评"


def test_nobody_finishes_what_they_did_not_claim(post):
    ticket = tickets.claimed_wish()
    other = make.volunteer(display_name="小张")

    assert post(tickets.path(ticket, "finish"), by=other, words="好了").status_code == 403
    open_one = tickets.open_wish(make.person("李伯"))
    assert post(tickets.path(open_one, "finish"), by=other, words="好了").status_code == 403


def test_finishing_twice_is_once(post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    first, second = [
        post(tickets.path(ticket, "finish"), by=volunteer, words="好了") for _ in range(2)
    ]

    assert (first.status_code, second.json["code"]) == (200, "illegal_move")
    assert ticket.worker_ids == [volunteer.id]


def test_a_helper_does_not_finish_for_the_team(post):
    helper = make.volunteer(display_name="小张")
    ticket = tickets.claimed_wish(helpers_needed=2)
    post(tickets.path(ticket, "claim"), by=helper)

    assert post(tickets.path(ticket, "finish"), by=helper, words="好了").status_code == 403


def test_the_desk_reports_for_a_unit_on_paper_and_then_may_not_rate(post):
    ticket, worker = tickets.accepted_wish(), make.staff()
    done = post(tickets.path(ticket, "finish"), by=worker, words="物业来电：修好了")
    rated = post(tickets.path(ticket, "rate"), by=worker, solved="yes", route="phone")

    assert (done.status_code, rated.status_code) == (200, 403)


def test_the_desk_does_not_report_for_a_volunteer(post):
    ticket = tickets.claimed_wish()

    assert post(tickets.path(ticket, "finish"), by=make.staff(), words="好了").status_code == 403


def test_while_the_resident_is_asked_it_is_not_finished(post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    post(tickets.path(ticket, "ask"), by=volunteer, words="几号？")
    answer = post(tickets.path(ticket, "finish"), by=volunteer, words="好了")

    assert answer.json["code"] == "illegal_move"


def test_when_it_is_done_nobody_waits_for_a_place_any_longer(post):
    lead, late = make.volunteer(), make.volunteer(display_name="小张")
    ticket = tickets.open_wish(group="child", helpers_needed=2)
    for volunteer in (lead, late):
        post(tickets.path(ticket, "claim"), by=volunteer)
    asked = next(a for a in ticket.assignments if a.person_id == lead.id)
    post(tickets.path(ticket, "confirm_claim"), by=make.staff(), assignment_id=asked.id)
    post(tickets.path(ticket, "finish"), by=lead, proof_words="看得到", words="好了")

    states = {a.person_id: a.state for a in ticket.assignments}
    assert states == {lead.id: AssignmentState.DONE, late.id: AssignmentState.DECLINED}
