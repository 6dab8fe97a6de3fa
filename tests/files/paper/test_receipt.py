"""The receipt: everything on it can be read, scanned and said on the phone, and no name is told."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from server.files.paper.receipt import NEXT, Receipt, masked, receipt_pdf
from tests.files.paper.pages import empty_border_mm, overlapping, scanned, words

URL = "https://jl.example.cn/q/t/7F3K9A2M"
RECEIPT = Receipt(
    community="庠柄社区",
    number="10264738",
    url=URL,
    title="阳台的旧洗衣机搬不动",
    wisher="林美玉",
    submitted_at=datetime(2026, 11, 22, 7, 20, tzinfo=UTC),
    phone="0595-0000 0000",
    entered_by="陈志强",
    entered_as="网格员",
)
LONGEST = replace(
    RECEIPT,
    community="德化县龙浔镇瓷都山水人家国际花园社区居民委员会",
    title="想请人帮忙，" * 60,
    entered_as="县委社会工作部派驻庠柄社区的志愿服务协调员",
    phone="0595-0000 0000、0595-0000 0001，夜间 138 0000 0000",
)


def test_a_receipt_says_what_who_when_and_what_comes_next():
    text = words(receipt_pdf(RECEIPT))

    for part in ("微心愿回执", "近邻·庠柄社区", "10264738", RECEIPT.title, "0595-00000000"):
        assert part in text
    assert "2026年11月22日周日15:20" in text  # 07:20 UTC, on the clock of the street office
    assert "请勿在此报警求助，紧急请拨110/119/120" in text
    assert all(step in text for step in NEXT)


def test_names_are_masked_on_paper():
    text = words(receipt_pdf(RECEIPT))

    assert "许愿人林**" in text
    assert "代填人陈**（网格员）" in text
    assert not set("美玉志强") & set(text)


@pytest.mark.parametrize("name", ["林", "林美", "林美玉", "林**", " 林美玉"])
def test_a_masked_name_does_not_tell_how_long_it_is(name):
    assert masked(name) == "林**"


def test_who_wished_alone_needs_nobody_who_filled_it_in():
    assert "代填人" not in words(receipt_pdf(replace(RECEIPT, entered_by=None)))


@pytest.mark.parametrize("url", [URL, URL + "?s=" + "0123456789abcdef" * 6])
def test_its_code_can_be_scanned_and_has_its_white_around_it(url):
    code = scanned(receipt_pdf(replace(RECEIPT, url=url)))

    assert (code.url, code.level) == (url, "M")
    assert code.edge_mm >= 20
    assert code.quiet == 4


@pytest.mark.parametrize("receipt", [RECEIPT, LONGEST], ids=["usual", "longest"])
def test_nothing_leaves_the_sheet_or_lies_over_something_else(receipt):
    pdf = receipt_pdf(receipt)

    assert empty_border_mm(pdf) > 10
    assert overlapping(pdf) == []


def test_a_long_title_wraps_and_ends_in_dots():
    text = words(receipt_pdf(LONGEST))

    assert text.count("想请人帮忙") >= 8
    assert "……" in text
    assert LONGEST.community in text
    assert all(step in text for step in NEXT)


def test_many_receipts_printed_at_once_do_not_mix():
    numbers = [f"{n:08}" for n in range(10_000_000, 10_000_040)]
    with ThreadPoolExecutor(8) as desks:
        pdfs = desks.map(lambda n: receipt_pdf(replace(RECEIPT, number=n, title=n * 3)), numbers)
        texts = [words(pdf) for pdf in pdfs]

    assert all(f"心愿{number * 3}" in text for number, text in zip(numbers, texts, strict=True))
    assert all("社区先看一看您的心愿" in text for text in texts)
