"""The figures of the public board: each with its definition in words and in SQL, side by side.

Of what was reported only what the report says is known; the rest is not nought but unknown."""

from collections.abc import Callable
from dataclasses import dataclass

from sqlalchemy import ColumnElement

from schemas.reception_words import Source
from schemas.ticket_words import Solved
from schemas.tickets import UNFINISHED
from server.tickets.models import Ticket


@dataclass(frozen=True)
class Counted:
    label: str
    definition: str
    where: Callable[[], ColumnElement[bool]]
    reported: bool = False  # the reports say it too


@dataclass(frozen=True)
class Rate:
    label: str
    numerator: str
    base: str
    definition: str
    sentence: str  # of our own records


COUNTS = {
    "received": Counted(
        "受理",
        "接待日登记的事项，以及办好以后又出问题、重新登记的；并单的不重复算，撤回的也算在内",
        lambda: Ticket.id.is_not(None),
        reported=True,
    ),
    "answered_on_spot": Counted(
        "当场答复", "接待的人当场答复的，居民评价另算", lambda: Ticket.answered_at.is_not(None)
    ),
    "reported_done": Counted(
        "办的人说办好了", "办理单位的说法，等居民评价", lambda: Ticket.done_at.is_not(None)
    ),
    "solved": Counted(
        "解决",
        "居民本人、电话回访或签字说办好了；上报口径为上报材料里写明解决的",
        lambda: Ticket.solved == Solved.YES,
        reported=True,
    ),
    "reached": Counted(
        "问到结果",
        "居民本人、电话回访或签字评价了的；没有问到的不算，也不当作满意",
        lambda: Ticket.solved.is_not(None),
    ),
    "open": Counted("正在办", "还没有结果的", lambda: Ticket.state.in_(UNFINISHED)),
}
RATES = {
    "solved_of_received": Rate(
        "解决率（按受理）",
        "solved",
        "received",
        "解决的事项除以受理的事项；没有评价的不算解决",
        "{base} 件里，{part} 件居民说办好了",
    ),
    "solved_of_reached": Rate(
        "回访解决率",
        "solved",
        "reached",
        "解决的事项除以问到结果的事项；和按受理的解决率不是一个数",
        "问到的 {base} 件里 {part} 件说办好了",
    ),
}
DEFINITIONS = {
    Source.SYSTEM: "本系统逐件登记的事项",
    Source.REPORTED: "启用本系统以前上报的数字，逐件补录，没有居民评价记录；和系统记录分开，不相加",
}
