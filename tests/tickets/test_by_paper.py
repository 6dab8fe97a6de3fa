"""What a unit wrote on its slip, typed in by the desk with a photo of it."""

import pytest

from tests import make, make_joint
from tests import make_tickets as tickets
from tests.tickets.sent import photo


@pytest.fixture
def type_in(post):
    def send(made, share, act, by=None, **form):
        by = by or made.worker
        form.setdefault("paper_ids", [photo(post, by)])
        return post(made.path("by_paper"), by=by, assignment_id=share.id, act=act, **form)

    return send


def test_the_desk_says_for_a_unit_what_stands_on_its_paper(type_in, get):
    made = make_joint.offered()
    shares = [made.part(who) for who in (made.lead, made.power, made.green)]
    said = [type_in(made, share, "accept") for share in shares[:2]]
    said += [type_in(made, shares[2], "bounce", words="人手不够"),
             type_in(made, shares[1], "finish", words="停电了"),
             type_in(made, shares[0], "finish", words="都办好了")]  # fmt: skip

    assert [answer.status_code for answer in said] == [200] * 5
    assert said[-1].json["state"] == "done"
    latest = get(f"/api/tickets/{made.ticket.id}", by=made.worker).json["timeline"][0]
    assert latest["who"] == "县城管大队（小吴代记，纸质单）"


def test_whoever_typed_it_in_records_no_rating(type_in, post):
    made = make_joint.offered()
    type_in(made, made.part(made.power), "bounce", words="不归我们")

    assert made.worker.id in made.ticket.worker_ids


def test_the_paper_is_photographed_and_shown_to_the_desk_alone(type_in, get):
    made = make_joint.accepted()
    assert (
        type_in(made, made.part(made.power), "finish", words="好", paper_ids=[]).status_code == 422
    )
    type_in(made, made.part(made.power), "finish", words="停电了")

    def purposes(by):
        files = get(f"/api/tickets/{made.ticket.id}", by=by).json["files"]
        return [file["purpose"] for file in files]

    assert purposes(made.worker) == ["unit_paper"]
    assert purposes(made.lead) == purposes(made.ticket.wisher) == []


def test_nobody_types_in_for_their_own_unit(type_in):
    made = make_joint.offered()
    make.grant(made.power, "social_worker", tickets.parent(made.ticket.area))

    answer = type_in(made, made.part(made.power), "accept", by=made.power)
    assert answer.status_code == 403


def test_it_is_not_said_without_a_reason_or_an_outcome(type_in):
    made = make_joint.offered()

    assert type_in(made, made.part(made.power), "bounce").status_code == 422


def test_the_whole_waits_for_its_parts_on_paper_too(type_in):
    made = make_joint.accepted()
    answer = type_in(made, made.part(made.lead), "finish", words="好了")

    assert answer.json["code"] == "parts_open"


def test_a_share_says_what_paper_may_say_for_it(get):
    made = make_joint.offered()
    seen = get(f"/api/tickets/{made.ticket.id}", by=made.worker).json["assignments"]

    assert [[act["action"] for act in a["paper_acts"]] for a in seen] == [["accept", "bounce"]] * 3
