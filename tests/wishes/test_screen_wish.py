"""受理: the four tests, and a card that gives nobody away."""

import pytest

from tests import make
from tests import make_tickets as tickets


@pytest.fixture
def screen(post):
    def send(ticket, by=None, **form):
        return post(tickets.path(ticket, "screen"), by=by or make.staff(), **tickets.card(**form))

    return send


def test_on_the_wall_it_shows_its_card(screen, get):
    ticket = tickets.wish()
    answer = screen(ticket, group="living_alone", helpers_needed=2)
    (card,) = get("/api/wishes/").json["items"]

    assert (answer.status_code, answer.json["state"]) == (200, "open")
    assert (card["title"], card["need"]) == ("够不着，想请人换根灯管", "灯管已备好")
    assert (card["group_label"], card["guarded"]) == ("一位独居长者", True)
    assert (card["helpers_needed"], card["places_left"]) == (2, 2)


@pytest.mark.parametrize("failed", ["doable", "useful"])
def test_what_cannot_be_done_or_helps_nobody_is_not_published(screen, failed):
    ticket = tickets.wish()
    answer = screen(ticket, **{failed: False})

    assert (answer.status_code, answer.json["code"]) == (409, "not_fit")
    assert ticket.state == "received"


def test_a_large_or_narrow_wish_may_still_be_shown(screen):
    assert screen(tickets.wish(), small=False, wide=False).status_code == 200


@pytest.mark.parametrize("field", ["headline", "need", "effort", "hoped"])
@pytest.mark.parametrize(
    "revealing",
    [
        "请打13859740001",
        "138 5974 0001",
        "１３８５９７４０００１",
        "一三八五九七四零零零一",
        "住3栋501室",
        "三号楼二单元",
        "住3-501",
        "1\u200d3\u200d8\u200d59740001",
        "1\u00ad3\u00ad8\u00ad5\u00ad9\u00ad7\u00ad4",
        "1\ufe0f3\ufe0f8\ufe0f5\ufe0f9\ufe0f7",
        "1/3/8/5/9/7/4",
        "幺三八五九七四",
        "壹叁捌伍玖柒肆",
        "住3#501",
        "陈 阿姨要的",
        "今年82岁",
        "八十二岁",
        "82周岁",
        "1944年出生",
        "得了糖尿病",
        "帕金森病人",
        "陈阿姨要的",
        "陈美玉要的",
    ],
)
def test_a_card_gives_nobody_away(screen, field, revealing):
    wisher = make.person("陈阿姨", real_name="陈美玉")
    answer = screen(tickets.wish(wisher), **{field: revealing})

    assert (answer.status_code, list(answer.json["problems"])) == (422, [field])


@pytest.mark.parametrize(
    "harmless", ["约半小时", "2-3小时", "10-30分钟", "周末两天", "一位老人", "要3个人"]
)
def test_what_gives_nobody_away_may_be_written(screen, harmless):
    assert screen(tickets.wish(), effort=harmless).status_code == 200


def test_a_voice_note_is_a_wish_when_somebody_has_typed_it(screen):
    ticket = tickets.wish(text=None)
    silent = screen(ticket)
    typed = screen(ticket, text="灯管坏了，够不着")

    assert (silent.status_code, list(silent.json["problems"])) == (422, ["text"])
    assert (typed.status_code, typed.json["text"]) == (200, "灯管坏了，够不着")


def test_a_wish_is_screened_once(screen):
    assert screen(tickets.open_wish()).json["code"] == "illegal_move"


def test_nobody_screens_their_own_wish(screen):
    worker = make.staff()

    assert screen(tickets.wish(worker, area=make.estate()), by=worker).status_code == 403


def test_another_category_has_another_limit(screen, clock):
    ticket = tickets.wish()
    screen(ticket, category_id=tickets.category("errand").id)

    assert f"{ticket.due_at:%m-%d}" == "03-10"
