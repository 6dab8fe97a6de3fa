"""当场答复: what can be answered on the spot."""

from tests import make
from tests import make_tickets as tickets


def test_what_is_answered_on_the_spot_waits_for_the_residents_word(post, clock):
    ticket, worker = tickets.wish(), make.staff()
    answer = post(tickets.path(ticket, "answer"), by=worker, words="社保卡在二楼办，带身份证")

    assert (answer.status_code, answer.json["state"]) == (200, "done")
    assert answer.json["outcome"] == "社保卡在二楼办，带身份证"
    assert ticket.answered_at == ticket.done_at
    assert ticket.holder_id == worker.id


def test_whoever_answered_may_not_record_the_rating(post):
    ticket, worker = tickets.wish(), make.staff()
    post(tickets.path(ticket, "answer"), by=worker, words="已经答复")
    answer = post(
        tickets.path(ticket, "rate"), by=worker, solved="yes", satisfied="yes", route="phone"
    )

    assert answer.status_code == 403


def test_only_what_just_came_in_is_answered_on_the_spot(post):
    ticket = tickets.claimed_wish()
    answer = post(tickets.path(ticket, "answer"), by=make.staff(), words="已经答复")

    assert (answer.status_code, answer.json["code"]) == (409, "illegal_move")


def test_nobody_answers_their_own_wish(post):
    worker = make.staff()
    ticket = tickets.wish(worker, area=make.estate())

    assert post(tickets.path(ticket, "answer"), by=worker, words="好了").status_code == 403
