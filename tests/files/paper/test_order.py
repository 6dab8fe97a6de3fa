"""现场交办单 and 部门联办单: to be signed, sealed and written on, on as many sheets as it takes."""

from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO

import pypdfium2
import pytest
from PIL import ImageOps
from pypdf import PdfReader

from server.files.paper.order import Order, Share, order_pdf
from tests.files.paper.pages import MM, SCALE, overlapping_on, words
from tests.tickets.codes import codes

URL = "https://jl.example.cn/q/s/7F3K9A2M7F3K9A2M7F3K9A"
ORDER = Order(
    title="部门联办单",
    community="庠柄社区服务台",
    number="10264790",
    url=URL,
    headline="充电桩占道，轮椅过不去",
    text="5栋西侧新装的六个充电桩占了半条路，坐轮椅的人要绕到车道上走。",
    place="庠柄小区 5栋西侧人行道",
    source="业主接待日 11月20日",
    receiver="苏雅琴",
    phone="0595-23522110",
    printed_at=datetime(2026, 11, 20, 8, 30, tzinfo=UTC),
    due_at=datetime(2026, 11, 27, 9, 30, tzinfo=UTC),
    shares=(
        Share("主办", "县城管大队", "勘线，定挪移方案", "11月23日"),
        Share("协办", "县供电所", "断电、移桩、复电", "11月25日"),
        Share("协办", "庠柄物业", "降路缘石，清障", "11月21日"),
    ),
)
UNIT = "德化县城市管理和综合执法局龙浔中队"
LONGEST = replace(
    ORDER,
    community="德化县龙浔镇瓷都山水人家国际花园社区居民委员会服务台",
    headline="想请人帮忙，" * 4,
    text="路灯不亮，" * 100,
    place="瓷都山水人家国际花园 " * 6,
    shares=tuple(
        Share("协办", f"{UNIT}{n}", "先到现场勘查，再定方案，" * 5, "12月31日") for n in range(6)
    ),
)
SPOT = replace(ORDER, title="现场交办单", shares=(Share("主办", "庠柄物业", "", "11月27日"),))
COPY = replace(ORDER, for_name="县供电所")
EACH = pytest.mark.parametrize(
    "order", [ORDER, SPOT, COPY, LONGEST], ids=["usual", "spot", "copy", "longest"]
)


def sheets(pdf: bytes) -> int:
    return len(PdfReader(BytesIO(pdf)).pages)


def test_a_joint_slip_says_who_does_what_until_when():
    text = words(order_pdf(ORDER))

    for share in ORDER.shares:
        assert share.role + share.name + share.part + share.due in text
    said = "部门联办单 10264790 庠柄小区5栋西侧人行道 苏雅琴 0595-23522110"
    said += " 2026年11月20日周五16:30 2026年11月27日周五17:30"
    for part in (ORDER.headline, ORDER.text, *said.split()):
        assert part in text


@EACH
def test_there_is_room_to_sign_and_to_seal(order):
    text = words(order_pdf(order))

    assert text.count("盖章处") == len(order.shares)
    for part in ("办理结果", "办不了", "经办人签字：", "交办人签字：", "社区盖章"):
        assert part in text
    assert ("居民签字：" in text) == (not order.for_name)


@EACH
def test_the_code_can_be_scanned(order):
    assert codes(order_pdf(order)) == [URL]


@EACH
def test_nothing_lies_over_something_else_or_at_the_edge(order):
    for page in pypdfium2.PdfDocument(order_pdf(order)):
        assert overlapping_on(page) == []
        image = page.render(scale=SCALE).to_pil().convert("L")
        left, top, right, bottom = ImageOps.invert(image).getbbox()
        assert min(left, top, image.width - right, image.height - bottom) / SCALE / MM > 10


def test_usually_it_is_one_sheet():
    assert [sheets(order_pdf(order)) for order in (ORDER, SPOT, COPY)] == [1, 1, 1]


def test_however_long_nothing_is_cut_and_each_sheet_says_whose_it_is():
    pdf = order_pdf(LONGEST)
    pages = ["".join(page.extract_text().split()) for page in PdfReader(BytesIO(pdf)).pages]
    text = words(pdf)

    assert len(pages) > 1
    assert all("部门联办单10264790" in page for page in pages)
    assert text.count("路灯不亮") == 100
    assert all(f"中队{n}" in text for n in range(6))
