"""The words of market days: what stalls there are, and what can come of a service."""

from schemas.flow import State


class Outcome(State):
    """What came of one number at a stall. Traits: `served` somebody was served · `met` and a wish
    is met by it · `kept` it is not finished yet · `why` a reason is asked for."""

    DONE = "done", "办好了", "served met"
    REPAIRED = "repaired", "修好了", "served met"
    TAKEN_AWAY = "taken_away", "带回去修", "served kept"
    NOT_REPAIRED = "not_repaired", "没修好", "why"
    SERVED = "served", "已服务", "served met"  # 义诊: no value, no finding
    ANSWERED = "answered", "答复了", "served met"
    REFERRED = "referred", "转给别处", "served why"
    BOUGHT = "bought", "买到了", "served met"
    NOT_BOUGHT = "not_bought", "没买到", "why"
    NOT_DONE = "not_done", "没办成", "why"


class StallKind(State):
    """五车 and free stalls. Traits: `vehicle` may come by car · `silent` keeps no word of what was
    found."""

    HAIR = "hair", "义剪", "vehicle"
    REPAIR = "repair", "维修", "vehicle"
    CLINIC = "clinic", "义诊", "vehicle silent"
    LAW = "law", "普法", "vehicle"
    SHOPPING = "shopping", "代购", "vehicle"
    OTHER = "other", "其他"


OUTCOMES = {
    StallKind.HAIR: (Outcome.DONE, Outcome.NOT_DONE),
    StallKind.REPAIR: (Outcome.REPAIRED, Outcome.TAKEN_AWAY, Outcome.NOT_REPAIRED),
    StallKind.CLINIC: (Outcome.SERVED,),
    StallKind.LAW: (Outcome.ANSWERED, Outcome.REFERRED),
    StallKind.SHOPPING: (Outcome.BOUGHT, Outcome.NOT_BOUGHT),
    StallKind.OTHER: (Outcome.DONE, Outcome.NOT_DONE),
}


# The categories of wishes that a stall of this kind can meet, unless its desk says otherwise.
SERVES = {
    StallKind.HAIR: ("haircut",),
    StallKind.REPAIR: ("home_repair",),
    StallKind.CLINIC: (),
    StallKind.LAW: ("legal",),
    StallKind.SHOPPING: ("errand",),
    StallKind.OTHER: (),
}


class ThemeKind(State):
    """By what a theme finds its days."""

    MONTH = "month", "每月主题"  # a solar month 1–12
    SOLAR = "solar", "公历节日"  # month and day
    LUNAR = "lunar", "农历节日"  # lunar month and day; never of a leap month
