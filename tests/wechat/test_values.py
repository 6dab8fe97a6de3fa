"""Message values fit their type, or are refused before they cost a grant."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from server.wechat import values
from server.wechat.errors import VALUE_UNFIT, WeChatRefused
from tests.standins import wechat_rules

ANY_TEXT = st.text(alphabet=st.characters(), max_size=60)


@pytest.mark.parametrize(
    ("field", "text", "fitted"),
    [
        ("thing1", "  换\n灯泡\t ", "换 灯泡"),
        ("thing1", "灯" * 20, "灯" * 20),
        ("thing1", "灯" * 21, "灯" * 19 + "…"),
        ("thing1", " \n", "无"),
        ("thing1", "李奶奶\u200b的灯\x07", "李奶奶的灯"),
        ("name2", "李奶奶2", "李奶奶"),
        ("name2", "阿卜杜热合曼·买买提江·吐尔逊", "阿卜杜热合曼·买买提"),
        ("name2", "Christopher Alexander Li", "Christopher Alexande"),
        ("name2", "123", "无"),
        ("phrase4", "已认领！", "已认领"),
        ("phrase4", "志愿者已认领", "志愿者已认"),
        ("phrase4", "OK", "无"),
        ("character_string5", "单号 A-0012", "A-0012"),
        ("character_string5", "无号", "-"),
        ("letter6", "楼B", "B"),
        ("symbol7", "★ 好", "★"),
        ("number8", "12.5", "12.5"),
        ("time3", "15:01", "15:01"),
        ("time3", "2026年11月26日 15:01~17:00", "2026年11月26日 15:01~17:00"),
        ("date3", "2026年11月26日", "2026年11月26日"),
        ("amount9", "¥12.50元", "¥12.50元"),
        ("phone_number1", "0595-23550000", "0595-23550000"),
        ("car_number1", "闽C12345", "闽C12345"),
        ("enum1", "已办结", "已办结"),
    ],
)
def test_a_value_is_fitted_to_its_type(field, text, fitted):
    assert values.fit(field, text) == fitted


@pytest.mark.parametrize(
    ("field", "text"),
    [
        ("number8", "十二"),
        ("number8", "1" * 33),
        ("number8", "１２"),
        ("time3", "明天下午"),
        ("time3", "2026-11-26 15:01"),
        ("date3", "11月26日"),
        ("amount9", "12345678901"),
        ("phone_number1", "转 801"),
        ("car_number1", "闽C1234567"),
        ("letter6", "没有字母"),
        ("enum1", " "),
        ("unheard_of1", ""),
    ],
)
def test_what_must_not_be_altered_is_refused(field, text):
    with pytest.raises(WeChatRefused) as refusal:
        values.fit(field, text)
    assert refusal.value.code == VALUE_UNFIT


def test_a_moment_is_told_in_the_time_of_shanghai():
    late = datetime(2026, 11, 25, 23, 5, tzinfo=UTC)

    assert values.moment(late) == "2026年11月26日 07:05"


@pytest.mark.parametrize("kind", ["time", "date"])
@given(seconds=st.integers(1_577_836_800, 2_840_140_800))  # the years 2020 to 2059
def test_a_moment_fits_a_field_of_time_and_of_date(kind, seconds):
    told = values.moment(datetime.fromtimestamp(seconds, UTC))

    assert wechat_rules.fits(f"{kind}1", values.fit(f"{kind}1", told))


def test_a_refusal_names_the_field_and_keeps_the_value_to_itself():
    with pytest.raises(WeChatRefused) as refusal:
        values.fit("phone_number1", "李奶奶家")
    assert "phone_number1" in str(refusal.value)
    assert "李奶奶" not in str(refusal.value)


@pytest.mark.parametrize("kind", sorted(wechat_rules.VALUES))
@given(text=ANY_TEXT)
def test_whatever_people_type_is_acceptable_or_refused(kind, text):
    try:
        fitted = values.fit(f"{kind}1", text)
    except WeChatRefused:
        return
    assert wechat_rules.fits(f"{kind}1", fitted)


@pytest.mark.parametrize("kind", ["thing", "name", "phrase", "character_string", "symbol"])
@given(text=ANY_TEXT)
def test_prose_is_never_refused(kind, text):
    assert values.fit(f"{kind}1", text)
