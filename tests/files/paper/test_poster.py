"""The poster: scanned from an arm's length, and of use to those who cannot scan."""

from dataclasses import replace
from datetime import date

import pytest

from server.files.paper.poster import Poster, poster_pdf
from tests.files.paper.pages import empty_border_mm, overlapping, scanned, words

URL = "https://jl.example.cn/q/p/7F3K9A"
POSTER = Poster(
    community="庠柄社区",
    estate="庠柄小区",
    url=URL,
    short_code="7F3K 9A",
    phone="0595-0000 0000",
    printed_on=date(2026, 11, 22),
)
LONGEST = replace(
    POSTER,
    community="德化县龙浔镇瓷都山水人家国际花园社区居民委员会（筹备组）" * 2,
    estate="瓷都山水人家国际花园二期䶮苑（原县第二瓷厂职工宿舍及附属楼）",
    phone="0595-0000 0000、0595-0000 0001，夜间 138 0000 0000",
)


def test_a_poster_says_where_it_hangs_and_what_to_do():
    text = words(poster_pdf(POSTER))

    for part in ("庠柄小区", "扫码许愿", "1扫一扫", "2说一说", "3等回音", "2026年11月印"):
        assert part in text
    assert "请勿在此报警求助，紧急请拨110/119/120" in text


def test_who_cannot_scan_may_type_or_call():
    text = words(poster_pdf(POSTER))

    assert "输入7F3K9A" in text
    assert "打社区电话0595-00000000" in text


@pytest.mark.parametrize("url", [URL, URL + "?s=" + "0123456789abcdef" * 3])
def test_its_code_is_large_and_stands_some_damage(url):
    code = scanned(poster_pdf(replace(POSTER, url=url)))

    assert (code.url, code.level) == (url, "Q")
    assert code.edge_mm >= 120
    assert code.quiet >= 4


@pytest.mark.parametrize("poster", [POSTER, LONGEST], ids=["usual", "longest"])
def test_nothing_leaves_the_sheet_or_lies_over_something_else(poster):
    pdf = poster_pdf(poster)

    assert empty_border_mm(pdf) > 12
    assert overlapping(pdf) == []
    assert scanned(pdf).quiet >= 4


def test_a_long_name_of_an_estate_is_printed_whole():
    text = words(poster_pdf(LONGEST))

    assert LONGEST.estate in text
    assert "138" in text
