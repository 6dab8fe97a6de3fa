"""The wish journey in the mini-program build: real pages, HTTP and PostgreSQL; WeChat stands in."""

from time import sleep
from urllib.parse import quote

import pytest
from sqlalchemy import select

from server.core.db import db
from server.tickets.models import Ticket
from tests import make_tickets
from tests.files import pictures, voices
from tests.journeys import mini_acts as acts
from tests.journeys.mini_acts import ASKED, CARD, THANKED, WISH
from tests.journeys.mini_house import phones
from tests.journeys.people import Neighbourhood, neighbourhood
from tests.journeys.steady import SteadyServer

PAUSE = 0.6  # seconds after which a draft is written: the phone's own clock, not the server's


@pytest.fixture(scope="module")
def journey_settings(house_settings):
    """Nobody looks at the H5 build, so it need not be made."""
    return house_settings | {"DEMO": True}


@pytest.fixture
def street(app) -> Neighbourhood:
    return neighbourhood()


@pytest.fixture
def server(app):
    server = SteadyServer(app)
    yield server
    server.shut()


@pytest.fixture
def phone_of(server, wechat, tmp_path):
    with phones(server.base, wechat, tmp_path) as phone_of:
        yield phone_of


@pytest.fixture
def photo(tmp_path):
    path = tmp_path / "photo.jpg"
    path.write_bytes(pictures.jpeg(pictures.colours(640, 480)))
    return str(path)


@pytest.fixture
def voice(tmp_path):
    path = tmp_path / "voice.mp3"
    path.write_bytes(voices.mp3(voices.speech(3, 16000), 16000))
    return str(path)


def wishes() -> list[Ticket]:
    db.session.expire_all()
    return list(db.session.scalars(select(Ticket)))


def test_a_wish_goes_from_phone_to_closed(phone_of, street, photo, post):
    aunt = phone_of("o-chen")
    aunt.tap("我的")
    acts.sign_in(aunt)
    acts.introduce_oneself(aunt, "陈阿姨", street.estate.name)
    acts.wish(aunt, photo)
    [wish] = wishes()
    aunt.sees(wish.number)
    assert acts.opened_paper(aunt).startswith(b"%PDF")
    aunt.tap("看这个心愿")
    aunt.sees("待受理", WISH)

    screened = make_tickets.card(headline=CARD)  # at the desk, which has journeys of its own
    assert post(make_tickets.path(wish, "screen"), by=street.worker, **screened).status_code == 200

    wang = phone_of("o-wang", street.volunteer, signed_in=False, path="pages/wall/wall")
    wang.tap("我认领的")
    acts.sign_in(wang)
    acts.claim(wang)
    acts.finish(wang, photo)

    aunt.open("packages/wish/mine")
    aunt.tap(CARD)
    acts.rate(aunt)
    assert [picture["status"] for picture in aunt.pictures] == [200, 200]
    [wish] = wishes()
    assert (wish.state, wish.solved, wish.satisfied) == ("closed", "yes", "yes")


def test_a_poster_opens_the_form_with_its_estate(phone_of, street):
    """From outside WeChat hands over the whole address, encoded, in `q`."""
    poster = f"https://jinlin.example/q/w/{street.estate.code}"
    phone = phone_of("o-new", path=f"pages/q/q?q={quote(poster, safe='')}")
    phone.sees("许个心愿", street.estate.name, "登录后许下心愿")

    phone.open()
    phone.give("scans", poster)
    phone.tap("扫一扫")
    phone.tap("扫二维码")
    phone.sees("许个心愿", street.estate.name)


def test_a_draft_and_a_sign_in_survive_a_phone_that_dies(phone_of, street):
    aunt = phone_of("o-chen", street.aunt, path="packages/wish/write")
    aunt.type(ASKED, WISH)
    aunt.tap("自己写")
    aunt.type("您方便的时间", "周六上午")
    sleep(PAUSE)
    aunt.open("packages/wish/write")

    assert aunt.value(ASKED) == WISH
    assert aunt.value("您方便的时间") == "周六上午"
    aunt.tap("许下心愿")
    aunt.sees(THANKED)


def test_a_wish_can_be_spoken(phone_of, street, voice):
    aunt = phone_of("o-chen", street.aunt, path="packages/wish/write")
    aunt.give("voices", voice)
    aunt.tap("点一下开始说")
    aunt.tap("说完了")
    aunt.sees("听听您说的")
    aunt.misses("正在把录音传给社区")
    aunt.tap("许下心愿")
    aunt.sees(THANKED)
    assert len(wishes()) == 1


def test_what_was_typed_stays_when_the_network_fails_and_one_wish_comes_of_it(
    phone_of, street, server
):
    aunt = phone_of("o-chen", street.aunt, path="packages/wish/write")
    aunt.type(ASKED, WISH)

    server.shut()
    aunt.tap("许下心愿")
    aunt.sees("网络不通", "您写的都还在")
    aunt.tap("知道了")
    assert aunt.value(ASKED) == WISH

    server.open()
    aunt.weather("deaf")  # it arrives, but nobody is told
    aunt.tap("许下心愿")
    aunt.sees("网络不通")
    aunt.tap("知道了")
    assert len(wishes()) == 1

    aunt.weather("on")
    aunt.tap("许下心愿")
    aunt.sees(THANKED)
    assert len(wishes()) == 1
