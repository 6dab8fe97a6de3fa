"""A unit answers its copy by a one-time code sent to its registered telephone."""

import pytest

from schemas.ticket_words import SlipKind
from server.core.db import db
from server.core.moves import Move
from tests import make, make_joint
from tests import make_tickets as tickets
from tests.files.pictures import colours, jpeg


@pytest.fixture
def asked(post, sms, clock):
    """A copy whose unit has asked for a code: the slip's address and the code."""

    def ask(made, share):
        slip = make_joint.slip(made, share=share)
        where = f"/api/tickets/slips/{slip.token}"
        answer = post(f"{where}/code", key=None)
        assert answer.status_code == 200, answer.text
        return where, sms.last_to(make_joint.MOBILE).params["code"]

    return ask


@pytest.fixture
def answer(post):
    def send(where, code, act, **form):
        return post(f"{where}/answer", key=None, code=code, act=act, **form)

    return send


def wrong(code):
    return f"{(int(code) + 1) % 10**6:06}"


def test_the_code_goes_to_the_telephone_of_the_unit_and_says_no_more(post, sms, clock):
    made = make_joint.offered()
    slip = make_joint.slip(made, share=made.part(made.power))
    told = post(f"/api/tickets/slips/{slip.token}/code", key=None).json
    sent = sms.last_to(make_joint.MOBILE)

    assert told == {"phone": "138****0100", "again_in_seconds": 60, "good_for_seconds": 600}
    assert (sent.template, set(sent.params)) == ("slip_code", {"code", "number"})


def test_by_the_code_a_unit_accepts_and_later_finishes_its_part(asked, answer, clock, get):
    made = make_joint.offered()
    share = made.part(made.power)
    where, code = asked(made, share)
    taken = answer(where, code, "accept")
    clock.forward(minutes=2)
    where, code = asked(made, share)
    done = answer(where, code, "finish", words="停电了", proof_words="看")
    timeline = get(f"/api/tickets/{made.ticket.id}", by=made.worker).json["timeline"]

    assert (taken.json["state_label"], done.json["state_label"]) == ("已接单", "已办好")
    assert (share.outcome, timeline[0]["who"]) == (
        "停电了\n凭据：看",
        "供电所（短信验证码）",
    )


def test_its_moves_say_that_the_unit_did_it_and_by_what(asked, answer):
    made = make_joint.offered()
    answer(*asked(made, made.part(made.power)), "bounce", words="不归我们")
    moves = db.session.scalars(db.select(Move).where(Move.actor_kind == "unit")).all()

    assert {m.subject_kind for m in moves} == {"assignments", "tickets"}
    assert {(m.actor_id, m.actor_name, m.channel, m.unit_id) for m in moves} == {
        (None, "slip_code", "slip_code", make_joint.unit_of(made.power))
    }


def test_by_the_code_of_its_copy_the_lead_answers_for_the_whole(post, sms, answer, clock):
    ticket = tickets.wish()
    lead = make_joint.officer("城管", tickets.parent(ticket.area), make_joint.MOBILE)
    worker = make.staff()
    post(tickets.path(ticket, "dispatch"), by=worker, unit_id=make_joint.unit_of(lead))
    token = post(tickets.path(ticket, "slips"), by=worker, kind=SlipKind.SPOT).json["token"]
    where = f"/api/tickets/slips/{token}"
    for act, form in (("accept", {}), ("finish", {"words": "修好了", "proof_words": "看"})):
        clock.forward(minutes=2)
        post(f"{where}/code", key=None)
        code = sms.last_to(make_joint.MOBILE).params["code"]
        assert answer(where, code, act, **form).status_code == 200

    assert (ticket.state, ticket.outcome) == ("done", "修好了\n凭据：看")


def test_a_code_is_good_for_one_answer(asked, answer):
    made = make_joint.offered()
    where, code = asked(made, made.part(made.power))
    answer(where, code, "accept")

    assert answer(where, code, "finish", words="好了").json["code"] == "code_wrong"


def test_what_is_refused_leaves_the_code_good(asked, answer):
    made = make_joint.offered()
    where, code = asked(made, made.part(made.power))

    assert answer(where, code, "finish", words="好了").json["code"] == "illegal_move"
    assert answer(where, code, "bounce").status_code == 422  # without saying why
    assert answer(where, code, "accept").status_code == 200


def test_a_code_is_good_for_ten_minutes(asked, answer, clock):
    made = make_joint.offered()
    where, code = asked(made, made.part(made.power))
    clock.forward(minutes=10)

    assert answer(where, code, "accept").json["code"] == "code_wrong"


def test_five_wrong_codes_and_the_right_one_is_wrong_too(asked, answer):
    made = make_joint.offered()
    where, code = asked(made, made.part(made.power))
    for _ in range(5):
        assert answer(where, wrong(code), "accept").json["code"] == "code_wrong"

    assert answer(where, code, "accept").json["code"] == "code_wrong"


def test_a_code_opens_the_slip_it_was_sent_for_and_no_other(asked, answer):
    made, other = make_joint.offered(), make_joint.offered(make.person("李伯"))
    _, code = asked(made, made.part(made.power))
    foreign = make_joint.slip(other, share=other.part(other.power))

    assert answer(f"/api/tickets/slips/{foreign.token}", code, "accept").status_code == 409


def test_codes_are_sent_as_seldom_as_those_for_signing_in(asked, post, clock):
    made = make_joint.offered()
    where, _ = asked(made, made.part(made.power))

    assert post(f"{where}/code", key=None).status_code == 429
    clock.forward(minutes=1)
    assert post(f"{where}/code", key=None).status_code == 200


def test_whom_no_code_reaches_is_told_another_way(post, clock):
    made = make_joint.offered()
    copy = make_joint.slip(made, share=made.part(made.green))
    told = post(f"/api/tickets/slips/{copy.token}/code", key=None).json

    assert (told["code"], "0595" in str(told)) == ("no_mobile", False)


def test_a_slip_without_a_unit_sends_no_code(post, clock, get):
    made = make_joint.offered()
    whole = f"/api/tickets/slips/{make_joint.slip(made).token}"

    assert post(f"{whole}/code", key=None).json["code"] == "not_theirs"
    assert get(whole).json["by_code"] == []


def test_a_part_that_was_taken_back_is_no_longer_answered(asked, answer, post, get):
    made = make_joint.offered()
    share = made.part(made.power)
    where, code = asked(made, share)
    post(made.path("drop_part"), by=made.worker, assignment_id=share.id, words="不用了")

    assert answer(where, code, "accept").json["code"] == "not_theirs"
    assert get(where).json["by_code"] == []


def test_photos_are_sent_with_the_code_and_hang_on_the_part(asked, answer, post, get, clock):
    made = make_joint.accepted()
    where, code = asked(made, made.part(made.power))
    picture = {"file": ("photo.jpg", jpeg(colours(64, 48))), "code": code}
    assert post(f"{where}/photo", key=None, **picture | {"code": wrong(code)}).status_code == 409
    sent = post(f"{where}/photo", key=None, **picture)
    done = answer(where, code, "finish", words="停电了", photo_ids=[sent.json["id"]])

    assert (sent.status_code, done.status_code) == (201, 200)
    shown = get(f"/api/tickets/{made.ticket.id}", by=made.worker).json["files"]
    assert [file["purpose"] for file in shown] == ["after"]


def test_a_photo_of_somebody_else_is_not_hung(asked, answer, post, clock):
    made = make_joint.accepted()
    where, code = asked(made, made.part(made.power))

    assert answer(where, code, "finish", words="好了", photo_ids=[1]).status_code == 422


def test_a_signed_out_scanner_reads_what_the_unit_may_answer(get):
    made = make_joint.offered()
    copy = make_joint.slip(made, share=made.part(made.power))
    told = get(f"/api/tickets/slips/{copy.token}").json

    assert [act["action"] for act in told["by_code"]] == ["accept", "bounce"]
    assert told["unit_name"] == "供电所"
