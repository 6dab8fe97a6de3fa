"""写进展: a line of progress. It is no step."""

from tests import make
from tests import make_tickets as tickets
from tests.tickets.sent import photo


def lines(get, ticket, by) -> list[str]:
    return [e["words"] for e in get(f"/api/tickets/{ticket.id}", by=by).json["timeline"]]


def test_everybody_concerned_reads_it_and_others_are_told(post, get):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    answer = post(tickets.path(ticket, "note"), by=volunteer, words="周六上午来")

    assert (answer.status_code, answer.json["state"]) == (200, "working")
    for by in (ticket.wisher, volunteer, make.staff()):
        assert "周六上午来" in lines(get, ticket, by)
    assert get("/api/messages/", by=ticket.wisher).json["items"][0]["title"] == "有新进展"
    assert get("/api/messages/", by=volunteer).json["items"] == []


def test_a_note_for_staff_is_read_by_staff_alone(post, get):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    post(tickets.path(ticket, "note"), by=make.staff(), words="先电话确认", for_staff=True)

    assert "先电话确认" in lines(get, ticket, make.staff())
    for by in (ticket.wisher, volunteer):
        assert "先电话确认" not in lines(get, ticket, by)
        assert "有新进展" not in [m["title"] for m in get("/api/messages/", by=by).json["items"]]


def test_a_photo_may_come_with_it(post):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    sent = photo(post, volunteer)
    answer = post(tickets.path(ticket, "note"), by=volunteer, words="看过了", photo_ids=[sent])

    assert [f["id"] for f in answer.json["files"]] == [sent]


def test_who_has_nothing_to_do_with_it_writes_nothing(post):
    ticket = tickets.claimed_wish()
    other = make.volunteer(display_name="小张")

    assert post(tickets.path(ticket, "note"), by=other, words="你好").status_code == 403


def test_what_is_closed_has_had_its_say(post):
    ticket = tickets.closed_wish()
    answer = post(tickets.path(ticket, "note"), by=ticket.wisher, words="谢谢")

    assert answer.json["code"] == "illegal_move"


def test_an_officer_wishes_for_themselves_and_works_for_their_unit(get, post):
    of = make.unit(name="安居物业")
    officer, worker = make.officer(of), make.staff()
    own = tickets.wish(officer, area=make.estate())
    slip = tickets.wish()
    post(f"/api/tickets/{slip.id}/dispatch", by=worker, unit_id=of.id)
    post(f"/api/tickets/{slip.id}/accept", by=officer)

    def who(ticket):
        return [
            event["who"] for event in get(f"/api/tickets/{ticket.id}", by=worker).json["timeline"]
        ]

    assert "安居物业" not in who(own)
    assert "安居物业" in who(slip)


def test_photos_of_a_note_for_staff_are_for_staff(post, get):
    volunteer, worker = make.volunteer(), make.staff()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    form = {"words": "门口有积水", "for_staff": True, "photo_ids": [photo(post, worker)]}
    post(tickets.path(ticket, "note"), by=worker, **form)

    files = [
        get(f"/api/tickets/{ticket.id}", by=by).json["files"]
        for by in (worker, volunteer, ticket.wisher)
    ]
    assert [len(seen) for seen in files] == [1, 0, 0]


def test_a_resident_has_no_secrets_with_the_desk(post):
    ticket = tickets.wish()
    answer = post(tickets.path(ticket, "note"), by=ticket.wisher, words="快点", for_staff=True)

    assert answer.status_code == 403


def test_the_inbox_tells_that_and_not_what(post, get):
    volunteer = make.volunteer()
    ticket = tickets.claimed_wish(volunteer=volunteer)
    for words in ("门铃坏了，请敲凤凰楼顶层", "改到周日"):
        post(tickets.path(ticket, "note"), by=ticket.wisher, words=words)
    told = get("/api/messages/", by=volunteer).json["items"]

    assert [m["title"] for m in told] == ["有新进展", "有新进展"]
    assert "凤凰楼" not in str(told)


def test_to_the_resident_it_is_called_saying_more(get):
    ticket = tickets.claimed_wish()
    labels = {
        a["action"]: a["label"]
        for a in get(f"/api/tickets/{ticket.id}", by=ticket.wisher).json["actions"]
    }

    assert labels["note"] == "补充几句"
