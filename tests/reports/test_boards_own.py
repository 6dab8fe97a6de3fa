"""The public board: what came back, and what is one's own."""

from server.core.db import db
from server.tickets.service import closing, doing
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.reports.test_boards import aunt, board, items, reported


def test_what_came_back_stands_there_as_it_was_called_before(clock, get, post):
    estate = make.estate()
    worker, who = make.staff(at=estate), aunt(estate)
    first = reception.matter(who)
    said = {"words": "秘密的话", "photo_ids": [], "level": None}
    doing.answer(first, said, by=tickets.actor(worker))
    closing.rate(first, tickets.rating(), by=tickets.actor(who))
    db.session.commit()
    post(f"/api/reception/board/{first.id}", by=worker, headline="外来车能不能停", outcome="能")
    came_back = post(f"/api/tickets/{first.id}/came_back", by=who, words="秘密的话")
    (new, old) = items(get, estate)

    assert came_back.status_code == 200
    assert (old["headline"], new["headline"]) == ("外来车能不能停", "外来车能不能停（又出问题了）")
    assert new["outcome"] is None


def test_one_knows_ones_own_on_it_and_opens_it_and_to_others_it_is_nobodys(clock, get):
    estate = make.estate()
    who, niece, neighbour = aunt(estate), make.person(estate=estate), make.person(estate=estate)
    proxy = {"proxy": "child", "speaker": niece}
    mine, spoken = reception.matter(who), reception.matter(who, **proxy)
    reading = {None: [], who: [mine, spoken], niece: [spoken], neighbour: []}
    reading |= {make.staff(at=estate): [], make.administrator(): []}

    for person, own in reading.items():
        rows = items(get, estate, **({"by": person} if person else {}))
        assert {one["ticket_id"] for one in rows if one["is_mine"]} == {one.id for one in own}
        assert {one["ticket_id"] for one in rows if not one["is_mine"]} <= {None}


def test_our_own_share_is_a_sentence_and_what_was_reported_says_whose_it_is(clock, get):
    estate = make.estate()
    first = reception.matter(aunt(estate))
    reception.matter(aunt(estate))
    said = {"words": "好", "photo_ids": [], "level": None}
    doing.answer(first, said, by=tickets.actor(make.staff(at=estate)))
    closing.rate(first, tickets.rating(), by=tickets.actor(first.wisher))
    reported(estate, 3, solved=2)
    ours, theirs = board(get, estate)["sources"]

    assert [(one["sentence"], one["percent"]) for one in ours["rates"]] == [
        ("2 件里，1 件居民说办好了", "50.0 %"),
        ("问到的 1 件里 1 件说办好了", "100.0 %"),
    ]
    assert [(one["label"], one["words"], one["sentence"]) for one in theirs["rates"]] == [
        ("上报口径：解决率（按受理）", "66.7 % · 2/3", None)
    ]
