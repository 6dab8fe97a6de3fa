"""办结反馈单: large enough to be filled in by hand, and in the same words as the screen."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.files.paper.slip import Slip, slip_pdf
from tests.files.paper.pages import empty_border_mm, overlapping, scanned, words

URL = "https://jl.example.cn/q/t/7F3K9A2M"
SLIP = Slip(
    community="庠柄社区",
    number="10264738",
    url=URL,
    title="够不着，想请人换根灯管",
    outcome="灯管换好了，试过会亮",
    done_at=datetime(2026, 11, 22, 16, 20, tzinfo=UTC),
    phone="0595-0000 0000",
)
LONGEST = replace(
    SLIP,
    community="德化县龙浔镇瓷都山水人家国际花园社区居民委员会",
    title="想请人帮忙，" * 60,
    outcome="都办好了，" * 100,
    phone="0595-0000 0000、0595-0000 0001，夜间 138 0000 0000",
)


def test_a_slip_says_what_was_asked_what_was_done_and_whom_to_call():
    text = words(slip_pdf(SLIP))

    for part in ("办结反馈单", "近邻·庠柄社区", "10264738", SLIP.title, SLIP.outcome):
        assert part in text
    assert "社区电话0595-00000000" in text
    assert "2026年11月23日" in text  # 16:20 UTC, on the clock of the street office


def test_a_slip_asks_both_questions_and_for_a_signature():
    text = words(slip_pdf(SLIP))

    assert "办好了好了一部分还没办好" in text
    assert "满意基本满意不满意" in text
    assert all(part in text for part in ("还想说：", "签名：", "日期：", "按手印也行"))


def test_the_code_of_a_slip_can_be_scanned():
    code = scanned(slip_pdf(SLIP))

    assert (code.url, code.quiet) == (URL, 4)
    assert code.edge_mm >= 20


@pytest.mark.parametrize(
    "slip", [SLIP, LONGEST, replace(SLIP, outcome="")], ids=["usual", "longest", "no words"]
)
def test_nothing_on_a_slip_lies_over_something_else(slip):
    pdf = slip_pdf(slip)

    assert empty_border_mm(pdf) > 10
    assert overlapping(pdf) == []
    assert "签名：" in words(pdf)
