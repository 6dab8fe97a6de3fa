"""The words of occasions: how they recur, and later what they are."""

from schemas.flow import State


class RuleKind(State):
    """By what the days of a series are found. Numbers mean what the comment says."""

    SOLAR_DAY = "solar_day", "每月几号"  # days 1–31; a short month has no 31st
    WEEKDAY = "weekday", "每周几"  # 1 Monday – 7 Sunday
    SOLAR_DIGIT = "solar_digit", "公历逢几"  # last digits 0–9 of the day
    LUNAR_DIGIT = "lunar_digit", "农历逢几"  # 逢三八 is {3, 8}; 逢五十 is {5, 0}
    LUNAR_DAY = "lunar_day", "农历初几"  # days 1–30; a short month has no 三十
    BRANCH = "branch", "地支日"  # 0 子 – 11 亥, every twelve days
    DAILY = "daily", "每天"  # no numbers


NUMBERS = {
    RuleKind.SOLAR_DAY: range(1, 32),
    RuleKind.WEEKDAY: range(1, 8),
    RuleKind.SOLAR_DIGIT: range(10),
    RuleKind.LUNAR_DIGIT: range(10),
    RuleKind.LUNAR_DAY: range(1, 31),
    RuleKind.BRANCH: range(12),
    RuleKind.DAILY: range(0),
}
