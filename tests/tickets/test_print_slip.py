"""三单: each printing is a paper of its own, whose code opens the right page for each scanner."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from schemas.ticket_words import SlipKind
from server.core.db import db
from server.tickets.service import closing
from server.tickets.slips import Slip
from tests import make, make_joint
from tests import make_tickets as tickets
from tests.files.paper.pages import words
from tests.tickets.codes import codes


@pytest.fixture
def printed(post):
    def send(ticket, by, **form):
        return post(tickets.path(ticket, "slips"), by=by, **form)

    return send


@pytest.fixture
def paper(get):
    """The PDF of a printing, by the address that was given for it."""

    def fetch(url):
        path, query = urlsplit(url)[2:4]
        return get(path, **dict(parse_qsl(query)))

    return fetch


@pytest.fixture
def scan(get):
    def ask(slip, by=None):
        return get(f"/api/tickets/slips/{slip.token}", by=by).json

    return ask


def test_every_printing_is_kept_with_who_printed_it(printed):
    made = make_joint.offered()
    first, second = (printed(made.ticket, made.worker, kind="joint").json for _ in range(2))
    rows = db.session.scalars(db.select(Slip).order_by(Slip.id)).all()

    assert first["token"] != second["token"]
    assert [(row.kind, row.round, row.printed_by_id) for row in rows] == 2 * [
        (SlipKind.JOINT, 1, made.worker.id)
    ]


@pytest.mark.parametrize("kind", ["spot", "joint"])
def test_the_code_on_the_paper_is_the_slips(printed, paper, kind):
    made = make_joint.offered()
    slip = printed(made.ticket, made.worker, kind=kind).json
    pdf = paper(slip["url"]).data

    assert codes(pdf) == [f"https://jinlin.example/q/s/{slip['token']}"]
    assert made.ticket.number in words(pdf)
    assert ("供电所" in words(pdf)) == (kind == "joint")


def test_the_paper_names_neither_resident_nor_telephone(printed, paper):
    aunt = make.person("陈阿姨", phone="13859740001", real_name="陈秀英")
    made = make_joint.offered(aunt)
    text = words(paper(printed(made.ticket, made.worker, kind="joint").json["url"]).data)

    assert not [secret for secret in ("陈阿姨", "陈秀英", "13859740001") if secret in text]


def test_the_feedback_slip_carries_its_own_code_and_holds_for_its_round(printed, paper, post):
    made = make_joint.done()
    slip = printed(made.ticket, made.ticket.wisher, kind="feedback").json
    assert codes(paper(slip["url"]).data) == [f"https://jinlin.example/q/s/{slip['token']}"]

    post(made.path("rate"), by=made.ticket.wisher, solved="no")
    for who, at in (
        (made.power, "finish_part"),
        (made.green, "finish_part"),
        (made.lead, "finish"),
    ):
        form = {"assignment_id": made.part(who).id} if at == "finish_part" else {}
        post(made.path(at), by=who, words="又办好了", **form)
    assert paper(slip["url"]).json["code"] == "not_printable"


@pytest.mark.parametrize(
    ("build", "kind"),
    [
        (tickets.wish, "joint"),
        (tickets.wish, "feedback"),
        (tickets.done_wish, "spot"),
        (tickets.closed_wish, "feedback"),
    ],
)
def test_a_slip_is_printed_when_its_step_is_there(printed, build, kind):
    ticket = build()
    answer = printed(ticket, make.staff(), kind=kind)

    assert (answer.status_code, answer.json["code"]) == (409, "not_printable")


def test_a_copy_is_for_a_unit_that_is_on_the_slip(printed):
    made, other = make_joint.offered(), make_joint.offered(make.person("李伯"))
    mine, foreign = made.part(made.power), other.part(other.power)
    answer = printed(made.ticket, made.worker, kind="joint", assignment_id=mine.id)

    assert answer.json["for_name"] == "供电所"
    assert (
        printed(made.ticket, made.worker, kind="joint", assignment_id=foreign.id).status_code == 422
    )


def test_the_address_of_a_paper_is_signed(get, printed):
    made = make_joint.offered()
    url = printed(made.ticket, made.worker, kind="joint").json["url"]

    assert get(url.partition("?")[0]).status_code == 404


# ---- who scans it


def test_what_opens_depends_on_who_scans(scan):
    made = make_joint.accepted()
    slip = make_joint.slip(made)
    opened = {
        who: scan(slip, by)
        for who, by in (("desk", made.worker), ("part", made.power), ("party", made.ticket.wisher),
                        ("sign_in", None), ("nothing", make.person("路人")))
    }  # fmt: skip

    assert {who: told["opens"] for who, told in opened.items()} == {who: who for who in opened}
    assert opened["part"]["assignment_id"] == made.part(made.power).id
    assert opened["party"]["ticket_id"] == opened["desk"]["ticket_id"] == made.ticket.id
    assert opened["sign_in"]["ticket_id"] is opened["nothing"]["ticket_id"] is None


def test_a_desk_of_another_community_is_a_stranger(scan):
    made = make_joint.accepted()
    elsewhere = make.staff(at=make.community("城东社区"))

    assert scan(make_joint.slip(made), elsewhere)["opens"] == "nothing"


def test_a_card_on_the_wall_may_be_read_by_whoever_scans(scan):
    ticket = tickets.claimed_wish()
    slip = make.saved(Slip(ticket_id=ticket.id, kind=SlipKind.SPOT, round=1,
                           printed_by_id=ticket.wisher_id))  # fmt: skip

    assert (scan(slip)["opens"], scan(slip)["ticket_id"]) == ("public", ticket.id)


def test_an_old_slip_opens_what_is_to_be_done_now(scan):
    made = make_joint.done()
    old = make.saved(Slip(ticket_id=made.ticket.id, kind=SlipKind.SPOT, round=1,
                          printed_by_id=made.worker.id))  # fmt: skip
    waits = scan(old, made.ticket.wisher)
    closing.rate(made.ticket, tickets.rating(), by=tickets.actor(made.ticket.wisher))
    db.session.commit()

    assert (waits["rate"], waits["words"]) == (True, "请您评一评办好了没有")
    assert scan(old, made.ticket.wisher)["rate"] is False


def test_to_strangers_a_slip_says_nothing_personal(get):
    aunt = make.person("秘阿婆", phone="13800009999")
    made = make_joint.offered(aunt)
    made.ticket.details.text, made.ticket.details.place = "秘密的话", "9栋 9单元 909"
    make.saved(made.ticket)
    copy = make_joint.slip(made, share=made.part(made.power))
    for by in (None, make.person("路人"), make.officer(make.unit(name="别的单位"))):
        text = get(f"/api/tickets/slips/{copy.token}", by=by).text
        for secret in ("秘阿婆", "13800009999", "9单元", "秘密", "断电", make_joint.MOBILE):
            assert secret not in text


def test_a_token_that_was_never_printed_is_not_found(get):
    assert get("/api/tickets/slips/" + "x" * 22).status_code == 404
    assert get("/api/tickets/slips/short").status_code == 404
