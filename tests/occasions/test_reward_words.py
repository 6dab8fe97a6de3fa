"""What the desk reads of a session that pays: before it is published, and after."""

import pytest

from schemas.occasions import PLANNED
from server.core import clock
from server.core.db import db
from tests import make, make_points
from tests import make_occasions as occasions
from tests.occasions.paid import Paid

SESSIONS = "/api/occasions/sessions"


@pytest.fixture
def estate(clock):
    return make.estate(of=make.community())


@pytest.fixture
def worker(estate):
    return make.staff(at=estate)


@pytest.fixture
def session(estate, worker):
    """Two hours, four places: sixteen half hours."""

    def build(paid, **known):
        pool_id = paid and paid.pool.id
        row = occasions.session(
            estate, state=PLANNED, kind="course", pool_id=pool_id, lead_id=worker.id, **known
        )
        occasions.post(row, capacity=4)
        return row

    return build


@pytest.fixture
def shown(get, worker):
    return lambda row: get(f"{SESSIONS}/{row.id}", by=worker).json["reward"]


@pytest.fixture
def community(estate):
    return make._the(make.Level.COMMUNITY, make.community)


def test_where_words_are_all_there_is_nothing_is_paid(session, shown):
    assert shown(session(None)) is None


def test_it_says_what_publishing_would_keep_back(community, session, shown):
    told = shown(session(Paid(community, 300)))

    words = "每服务半小时记 1 分，从“社区经费池”出，要预留 16 分，池里有 300 分"
    assert (told["words"], told["lack"], told["festival"]) == (words, None, False)


def test_a_festival_needs_more(community, session, shown):
    paid = Paid(community, 300)
    make_points.rule(paid.scheme, version=2, festival_times=2)

    words = "每服务半小时记 2 分，从“社区经费池”出，要预留 32 分，池里有 300 分"
    assert shown(session(paid, festival=True))["words"] == words


def test_without_posts_it_does_not_say_how_much(community, worker, estate, shown):
    row = occasions.session(
        estate, state=PLANNED, kind="course", pool_id=Paid(community, 300).pool.id
    )

    assert shown(row)["words"] == "每服务半小时记 1 分，从“社区经费池”出，池里有 300 分"


def test_a_short_pool_is_said_before(community, session, shown):
    told = shown(session(Paid(community, 10)))

    assert told["lack"] == "“社区经费池”还有 10 分，这里要预留 16 分"


def test_a_closed_pool_is_said_before(community, session, shown):
    paid = Paid(community)
    row = session(paid)
    paid.pool.closed_on = clock.today()
    db.session.commit()

    assert shown(row)["lack"] == "还缺积分池（原来的已经停用）"


def test_a_missing_rule_is_said_before(community, session, shown):
    scheme = make_points.scheme(community)
    row = session(None)
    row.pool_id = make_points.pool(scheme, 5).id
    db.session.commit()

    told = shown(row)
    assert (told["words"], told["lack"]) == (
        "用积分答谢，从“社区经费池”出，池里有 5 分",
        "还缺积分规则（半小时记几分）",
    )


def test_once_published_it_is_kept(community, session, shown, post, worker):
    row = session(Paid(community, 300))
    assert post(f"{SESSIONS}/{row.id}/publish", by=worker).status_code == 200

    assert shown(row)["words"] == "每服务半小时记 1 分，从“社区经费池”出，已预留 16 分"


def test_a_visitor_is_not_shown_the_pool(community, session, get, post, worker):
    row = session(Paid(community, 300))
    post(f"{SESSIONS}/{row.id}/publish", by=worker)

    assert "reward" not in get(f"{SESSIONS}/{row.id}", by=make.person()).json


# ---- prepared like an earlier one


def copied(post, worker, source, incentive=""):
    row = occasions.session(source.area, state=PLANNED, kind="course", incentive=incentive)
    answer = post(f"{SESSIONS}/{row.id}/copy_from", by=worker, session_id=source.id)
    assert answer.status_code == 200, answer.text
    return answer.json["reward"]


def test_a_copy_pays_out_of_the_same_pool(community, session, post, worker):
    paid = Paid(community, 300)

    assert copied(post, worker, session(paid))["pool_id"] == paid.pool.id


def test_a_copy_keeps_how_it_was_to_be_thanked_for(community, session, post, worker):
    assert copied(post, worker, session(Paid(community)), incentive="送一袋米") is None


def test_a_copy_does_not_pay_out_of_a_closed_pool(community, session, post, worker):
    paid = Paid(community)
    source = session(paid)
    paid.pool.closed_on = clock.today()
    db.session.commit()

    assert copied(post, worker, source) is None


def test_a_series_names_its_pool(community, session, get, worker, estate):
    paid = Paid(community)
    row = make.saved(occasions.series(estate))
    row.pool_id = paid.pool.id
    db.session.commit()

    (shown,) = get("/api/occasions/series", by=worker).json["items"]
    assert (shown["pool_id"], shown["pool_name"]) == (paid.pool.id, "社区经费池")
