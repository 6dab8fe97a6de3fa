"""心愿墙: one's own estate first, then the newest; nothing on it is personal."""

from io import BytesIO

import pytest
from pypdf import PdfReader

from tests import make
from tests import make_tickets as tickets


def ids(get, by=None, **query) -> list[int]:
    return [card["id"] for card in get("/api/wishes/", by=by, **query).json["items"]]


@pytest.fixture
def two_estates():
    """Wishes of two estates in turn, oldest first: here, there, here, there."""
    here = make.estate()
    there = make.estate("锦绣小区", tickets.parent(here))
    wishers = [make.person(f"邻居{n}", estate=(here, there)[n % 2]) for n in range(4)]
    return here, [tickets.open_wish(wisher).id for wisher in wishers]


def test_ones_own_estate_comes_first_then_the_newest(get, two_estates):
    here, (h1, t1, h2, t2) = two_estates

    assert ids(get, make.person(estate=here)) == [h2, h1, t2, t1]
    assert ids(get) == [t2, h2, t1, h1]


def test_the_pages_together_are_the_wall(get, two_estates):
    here, (h1, t1, h2, t2) = two_estates
    person, seen, query = make.person(estate=here), [], {"limit": 1}
    while query is not None:
        page = get("/api/wishes/", by=person, **query).json
        seen += [card["id"] for card in page["items"]]
        query = page["next"] and {"limit": 1, "cursor": page["next"]}

    assert seen == [h2, h1, t2, t1]


def test_what_came_meanwhile_moves_no_page(get, two_estates):
    here, (_, t1, _, t2) = two_estates
    person = make.person(estate=here)
    first = get("/api/wishes/", by=person, limit=2).json
    tickets.open_wish(make.person("新邻居", estate=here))
    second = get("/api/wishes/", by=person, limit=2, cursor=first["next"]).json

    assert [card["id"] for card in second["items"]] == [t2, t1]


@pytest.mark.parametrize("words", ["灯管", "换根灯管", "长者", "家里小修", "幸福", "换 灯管"])
def test_it_is_searched_in_chinese(get, words):
    ticket = tickets.open_wish()

    assert ids(get, q=words) == [ticket.id]


@pytest.mark.parametrize("words", ["水龙头", "灯泡", "管灯", "陈阿姨", "够不着人"])
def test_what_it_does_not_say_does_not_find_it(get, words):
    tickets.open_wish()

    assert ids(get, q=words) == []


def test_marks_alone_are_no_search(get):
    assert get("/api/wishes/", q="！？").status_code == 422


def test_it_is_searched_by_number(get):
    ticket, _ = tickets.open_wish(), tickets.open_wish(make.person("李伯"))

    assert ids(get, q=ticket.number) == [ticket.id]


def test_the_filters_narrow_it(get, two_estates):
    here, (h1, _, h2, _) = two_estates
    other = tickets.open_wish(
        make.person("黄姨", estate=here), group="child", category_id=tickets.category("lesson").id
    )

    assert ids(get, area_id=here.id) == [other.id, h2, h1]
    assert ids(get, group="child") == [other.id]
    assert ids(get, category_id=other.category_id) == [other.id]


def test_an_area_that_is_none_has_no_wishes(get):
    tickets.open_wish()

    assert ids(get, area_id=2**31 - 1) == []


def test_what_was_fulfilled_and_what_i_claimed_have_lists_of_their_own(get):
    volunteer = make.volunteer()
    closed = tickets.closed_wish(volunteer=volunteer)
    mine = tickets.claimed_wish(make.person("李伯"), volunteer=volunteer)

    assert ids(get) == []
    assert ids(get, view="done") == [closed.id]
    assert ids(get, volunteer, view="mine") == [mine.id, closed.id]
    assert ids(get, view="mine") == []


def test_nothing_on_it_is_personal(get):
    aunt = make.person("陈阿姨", real_name="陈美玉", phone="13859740001")
    tickets.open_wish(aunt)
    wall = get("/api/wishes/").text

    for private in ("陈阿姨", "陈美玉", "13859740001", "单元 501", "够不着，想请人来换一下"):
        assert private not in wall


def test_the_buttons_are_those_of_whoever_looks(get):
    tickets.open_wish()

    def buttons(by=None):
        (card,) = get("/api/wishes/", by=by).json["items"]
        return [action["label"] for action in card["actions"]]

    assert buttons() == buttons(make.person("路人")) == []
    assert buttons(make.volunteer()) == ["我来认领"]
    assert "撤下心愿墙" in buttons(make.staff())


def test_the_poster_carries_the_estates_code(get):
    estate = make.estate()
    answer = get(f"/api/wishes/posters/{estate.id}.pdf", by=make.staff())
    words = PdfReader(BytesIO(answer.data)).pages[0].extract_text().replace(" ", "")

    assert answer.status_code == 200
    assert estate.name in words
    assert estate.code in words
    assert get(f"/api/wishes/posters/{estate.id}.pdf", by=make.person()).status_code == 403
