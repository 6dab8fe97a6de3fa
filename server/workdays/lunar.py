"""Days as people here say them: 「周日 · 农历十月十四 小雪」."""

from datetime import date

from lunar_python import Solar

WEEKDAYS = "一二三四五六日"


def day_words(day: date) -> str:
    """The weekday, the lunar day, and the festival or solar term that falls on it."""
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    special = lunar.getFestivals() or [lunar.getJieQi()]
    words = f"周{WEEKDAYS[day.weekday()]} · 农历{lunar_words(day)} {special[0]}"
    return words.strip()


def lunar_words(day: date) -> str:
    """十月十四; of a leap month 闰六月初一."""
    lunar = Solar.fromYmd(day.year, day.month, day.day).getLunar()
    return f"{lunar.getMonthInChinese()}月{lunar.getDayInChinese()}"
