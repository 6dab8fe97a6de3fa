"""The words of occasions: what they are, how they recur, and how somebody was there."""

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
BRANCHES = "子丑寅卯辰巳午未申酉戌亥"


class OccasionKind(State):
    """What people come together for. Desks say what is special about theirs."""

    MARKET = "market", "近邻圩日"
    DUTY = "duty", "志愿服务日"
    RECEPTION = "reception", "业主接待日"
    COURSE = "course", "技能培训"
    MEETING = "meeting", "居民议事"


class Capacity(State):
    """As what somebody was there: hours of duty and visits never mix."""

    DUTY = "duty", "服务"
    VISIT = "visit", "来访"


class Direction(State):
    IN = "in", "签到"
    OUT = "out", "签退"


class Route(State):
    """By what somebody was checked in."""

    SCREEN = "screen", "扫现场码"  # the rotating code on an enrolled screen
    PERSONAL = "personal", "出示我的码"
    CARD = "card", "出示纸质卡"
    DIGITS = "digits", "输六位数"
    NAMED = "named", "工作人员找人"  # a supervisor, by name, with a reason
