"""A unit answers in two ways at the same moment: it is answered once, and one holder is left."""

from server.core.db import db
from server.tickets.models import Ticket
from tests import make, make_joint


def now(made) -> Ticket:
    db.session.expire_all()
    return db.session.get_one(Ticket, made.ticket.id)


def step(made, name, by, **form):
    token, path = make.token(by), made.path(name)
    return lambda web: web.post(path, token=token, **form)


def joint():
    return make_joint.offered(make.person(estate=make.estate()))


def test_taken_and_taken_back_at_once_it_is_one_or_the_other(together):
    made = joint()
    part = {"assignment_id": made.part(made.power).id}
    taken, dropped = together(
        step(made, "accept_part", made.power, **part),
        step(made, "drop_part", made.worker, words="不用了", **part),
    )

    assert dropped.status_code == 200
    assert taken.status_code in (200, 403, 404, 422)
    assert [part.unit_id for part in now(made).parts] == [make_joint.unit_of(made.green)]


def test_one_code_used_twice_at_once_answers_once(together, sms):
    made = joint()
    slip = make_joint.slip(made, share=made.part(made.power))
    where = f"/api/tickets/slips/{slip.token}"
    (sent,) = together(lambda web: web.post(f"{where}/code", key=None))
    assert sent.status_code == 200
    code = sms.last_to(make_joint.MOBILE).params["code"]
    answers = together(
        *[lambda web: web.post(f"{where}/answer", key=None, code=code, act="accept")] * 2
    )

    assert sorted(answer.status_code for answer in answers) == [200, 409]


def test_the_whole_is_not_done_while_a_part_is_added(together):
    made = make_joint.accepted(make.person(estate=make.estate()))
    for who in (made.power, made.green):
        form = {"assignment_id": made.part(who).id, "words": "不用了"}
        (gone,) = together(step(made, "drop_part", made.worker, **form))
        assert gone.status_code == 200
    unit_id = make_joint.unit_of(made.power)
    done, added = together(
        step(made, "finish", made.lead, words="好了", proof_words="看得到"),
        step(made, "add_part", made.worker, unit_id=unit_id, part="再看看"),
    )

    assert sorted([done.status_code, added.status_code]) == [200, 409]
    assert (now(made).state == "done") == (done.status_code == 200)
