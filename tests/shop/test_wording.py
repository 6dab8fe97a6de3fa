"""How much of something is said."""

import pytest

from schemas.shop_words import GoodsKind
from server.shop.wording import amount


@pytest.mark.parametrize(
    ("name", "count", "said"),
    [
        ("大米", 2, "大米 2 份"),
        ("垃圾袋 5 卷", 2, "垃圾袋（5 卷一份）2 份"),
        ("大米 2.5 千克", 1, "大米（2.5 千克一份）1 份"),
        ("LED 灯泡", 1, "LED 灯泡 1 份"),
        ("白瓷盖碗一套", 1, "白瓷盖碗一套 1 份"),
    ],
)
def test_two_numbers_never_stand_in_a_row(name, count, said):
    assert amount(name, count) == said


def test_a_service_is_counted_in_times():
    assert amount("理发一次", 2, GoodsKind.SERVICE) == "理发 2 次"
