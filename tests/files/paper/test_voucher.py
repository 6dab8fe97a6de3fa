"""兑换券, 领取凭条: what is fetched, where and until when; and no more of a name than a surname."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from server.files.paper.voucher import HandedOver, VoucherPaper, receipt_pdf, voucher_pdf
from tests.files.paper.pages import empty_border_mm, overlapping, scanned, words

URL = "https://jl.example.cn/q/v/P1.1000001.1.ABCDEFGHIJKLMNOP"
PAPER = VoucherPaper(
    shop="浔北社区积分超市",
    number="50260012",
    url=URL,
    goods="大米 2 份",
    points=10,
    person="陈美丽",
    place="社区服务中心一楼",
    hours="每天 9:00–17:00",
    phone="0595-23522110",
    until=date(2026, 3, 19),
)
HANDED = HandedOver(
    shop="浔北社区积分超市",
    number="50260012",
    goods="大米 2 份",
    handed="面粉 2 份",
    points=8,
    back=2,
    person="陈美丽",
    by="林小梅",
    handed_at=datetime(2026, 3, 5, 1, 0, tzinfo=UTC),
    phone="0595-23522110",
)
LONGEST = replace(
    PAPER,
    shop="德化县龙浔镇瓷都山水人家国际花园积分超市",
    goods="一个名字写满了二十个字的东西还要再长一点 20 份",
    place="社区服务中心一楼大厅进门右手边第三个窗口旁边的货架，" * 2,
    hours="周一至周五 8:00–12:00、14:30–17:30，周末和节假日休息，请提前打电话",
)


def test_a_voucher_says_what_is_fetched_where_and_until_when():
    text = words(voucher_pdf(PAPER))

    for part in ("兑换券", "50260012", "大米2份", "10分（已扣）", "2026年3月19日"):
        assert part in text
    assert "社区服务中心一楼" in text


def test_no_whole_name_stands_on_it():
    for paper in (voucher_pdf(PAPER), receipt_pdf(HANDED)):
        assert "美丽" not in words(paper)
        assert "陈**" in words(paper)


@pytest.mark.parametrize("paper", [PAPER, LONGEST], ids=["short", "longest"])
def test_its_code_is_read_by_a_scanner(paper):
    found = scanned(voucher_pdf(paper))

    assert found.url == URL
    assert found.edge_mm >= 20
    assert found.quiet >= 4


@pytest.mark.parametrize("paper", [PAPER, LONGEST], ids=["short", "longest"])
def test_nothing_runs_into_something_else(paper):
    pdf = voucher_pdf(paper)

    assert overlapping(pdf) == []
    assert empty_border_mm(pdf) >= 8


def test_a_receipt_says_what_was_fetched_and_what_went_back():
    pdf = receipt_pdf(HANDED)

    for part in ("领取凭条", "面粉2份", "用去8分，退回2分", "3月5日周四09:00", "林**"):
        assert part in words(pdf)
    assert overlapping(pdf) == []
