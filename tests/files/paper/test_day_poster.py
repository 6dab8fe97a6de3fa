"""The poster of a market day: read in passing, by both calendars, by those who cannot scan too."""

from dataclasses import replace
from datetime import date

import pytest

from server.files.paper.day_poster import DayPoster, day_poster_pdf
from tests.files.paper.pages import empty_border_mm, overlapping, scanned, words

URL = "https://jl.example.cn/q/o/abcdEFGH12345678"
POSTER = DayPoster(
    community="庠柄社区服务台",
    title="近邻圩日",
    theme="年货大集",
    day="11月26日 周四",
    lunar="农历十月十八",
    hours="9:00–11:00",
    place="庠柄小区 中心广场",
    url=URL,
    phone="0595-0000 0000",
    printed_on=date(2026, 11, 23),
    services=["义剪", "维修", "义诊"],
    duties=["引导 2 人", "理发 3 人"],
)
LONGEST = replace(
    POSTER,
    community="德化县龙浔镇瓷都山水人家国际花园社区居民委员会（筹备组）" * 2,
    title="瓷都山水人家国际花园近邻圩日暨重阳敬老",
    theme="重阳敬老暨社区能人孵化成果展示活动周启动",
    lunar="农历闰十一月廿八 大寒",
    hours="14:30–17:30",
    place="瓷都山水人家国际花园二期䶮苑（原县第二瓷厂职工宿舍）北门口停车场旁边的凉亭下面",
    url="https://jinlin.example.gov.cn/q/o/abcdEFGH12345678",
    phone="0595-0000 0000、0595-0000 0001，夜间 138 0000 0000",
    services=["义剪", "维修家电", "义诊量血压", "普法咨询", "代购年货", "磨刀磨剪", "配钥匙"] * 3,
    duties=["引导 20 人", "理发 13 人", "量血压 12 人", "手机教学 10 人", "清洁 8 人"] * 2,
)
BARE = replace(POSTER, theme="", services=[], duties=[])


def test_it_says_what_when_where_and_what_one_can_do():
    text = words(day_poster_pdf(POSTER))

    for said in (
        "近邻圩日",
        "年货大集",
        "11月26日周四",
        "农历十月十八",
        "9:00–11:00",
        "义剪、维修",
    ):
        assert said in text
    assert "打社区电话0595-00000000" in text


def test_what_there_is_none_of_is_not_mentioned():
    text = words(day_poster_pdf(BARE))

    assert "有什么" not in text
    assert "招志愿者" not in text


@pytest.mark.parametrize("poster", [POSTER, LONGEST, BARE], ids=["usual", "longest", "bare"])
def test_its_code_is_read_from_a_wall(poster):
    code = scanned(day_poster_pdf(poster))

    assert (code.url, code.level) == (poster.url, "Q")
    assert code.edge_mm >= 45
    assert code.quiet >= 4


@pytest.mark.parametrize("poster", [POSTER, LONGEST, BARE], ids=["usual", "longest", "bare"])
def test_nothing_leaves_the_sheet_or_lies_over_something_else(poster):
    pdf = day_poster_pdf(poster)

    assert empty_border_mm(pdf) >= 12
    assert overlapping(pdf) == []
