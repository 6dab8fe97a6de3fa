from datetime import date

import pytest

from server.workdays.lunar import day_words


@pytest.mark.parametrize(
    ("day", "words"),
    [
        (date(2026, 11, 22), "周日 · 农历十月十四 小雪"),
        (date(2026, 11, 23), "周一 · 农历十月十五"),
        (date(2027, 2, 6), "周六 · 农历正月初一 春节"),
        (date(2025, 7, 25), "周五 · 农历闰六月初一"),
    ],
)
def test_a_day_in_the_words_of_the_place(day, words):
    assert day_words(day) == words
