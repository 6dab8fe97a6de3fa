"""The public board: what came back, and what is one's own."""

from server.core.db import db
from server.tickets.service import closing, doing
from tests import make
from tests import make_reception as reception
from tests import make_tickets as tickets
from tests.reports.test_boards import aunt, items


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
