"""Chinese lines break where a reader expects it."""

from hypothesis import given
from hypothesis import strategies as st

from server.files.paper.fonts import width
from server.files.paper.text import NOT_FIRST, NOT_LAST, wrap


def test_a_comma_never_starts_a_line_and_a_bracket_never_ends_one():
    text = "一二三四五，六七八九（十一）二三四五六「七八」九。" * 5

    for count in range(4, 12):
        lines = wrap(text, 10, count * 10)
        assert "".join(lines) == text
        assert not any(line[0] in NOT_FIRST or line[-1] in NOT_LAST for line in lines)


def test_a_phone_number_stays_whole():
    lines = wrap("社区电话请打0595-00000000谢谢", 10, 100)

    assert any("0595-00000000" in line for line in lines)


def test_what_is_wider_than_the_line_is_broken_all_the_same():
    assert "".join(wrap("a" * 100, 10, 50)) == "a" * 100


def test_own_line_breaks_are_kept():
    assert wrap("打开微信\n对准上面的码", 10, 500) == ["打开微信", "对准上面的码"]


def test_too_much_ends_in_dots():
    lines = wrap("心愿" * 100, 10, 100, lines_max=2)

    assert len(lines) == 2
    assert lines[1].endswith("……")
    assert width(lines[1], 10) <= 100


@given(st.text(max_size=60), st.integers(min_value=30, max_value=200), st.integers(1, 3))
def test_no_text_whatever_is_wider_than_its_room(text, room, lines_max):
    lines = wrap(text, 10, room, lines_max=lines_max)

    assert 1 <= len(lines) <= lines_max
    assert all(width(line, 10) <= room for line in lines)
