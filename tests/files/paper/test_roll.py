"""A list to fill in by hand: it goes on over pages, and nothing on it lies over something else."""

from io import BytesIO

import pypdfium2
import pytest
from pypdf import PdfReader

from server.files.paper.roll import Column, Roll, boxes, roll_pdf
from tests.files.paper.pages import empty_border_mm, overlapping, words

COLUMNS = [Column("号", 0.1), Column("时间", 0.12), Column("称呼", 0.18), Column("结果", 0.4),
           Column("原因", 0.2)]  # fmt: skip
LONG = "阿卜杜热合曼·吐尔逊江"


def roll(rows: int, name: str = "陈阿姨") -> bytes:
    result = boxes("修好了", "带回去修", "没修好", "不等了")
    return roll_pdf(
        Roll(
            community="庠柄社区服务台",
            title="叫号单 · 修小家电",
            facts=["2026年12月18日 周五 · 农历十一月初十　09:00–11:00", "摊位人员：老范、林师傅"],
            columns=COLUMNS,
            rows=[[str(n), "09:00", name, result, ""] for n in range(1, rows + 1)],
            note="办完一位打一个勾。",
            signs=["记录人：", "交回时间："],
        )
    )


@pytest.mark.parametrize(("rows", "name"), [(1, "陈阿姨"), (10, LONG)])
def test_nothing_on_a_list_lies_over_something_else(rows, name):
    pdf = roll(rows, name)

    assert empty_border_mm(pdf) > 10
    assert overlapping(pdf) == []


def test_a_long_list_goes_on_and_every_page_says_what_it_is():
    pages = [page.extract_text() for page in PdfReader(BytesIO(roll(60))).pages]

    assert len(pages) > 2
    assert all("修小家电" in page and "称呼" in page for page in pages)
    assert "（续）" in pages[1]
    assert all(f"第 {n} 页" in page for n, page in enumerate(pages, start=1))


def test_every_row_is_printed_once():
    text = words(roll(60))

    assert text.count("□修好了") == 60
    assert text.count("记录人：") == 1


def test_the_last_page_has_room_to_sign_however_many_rows_there_are():
    for rows in range(12, 40):
        pdf = pypdfium2.PdfDocument(roll(rows))
        page = pdf[len(pdf) - 1].get_textpage()
        boxes_ = [page.get_rect(n) for n in range(page.count_rects())]
        assert not [
            (one, other)
            for n, one in enumerate(boxes_)
            for other in boxes_[:n]
            if min(one[2], other[2]) - max(one[0], other[0]) > 1
            and min(one[3], other[3]) - max(one[1], other[1]) > 1
        ], rows
