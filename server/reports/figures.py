"""What is counted: one definition for each figure, in words and in SQL, side by side.

A figure is a number per session, added up over the sessions of a month; a share names its base.
Different people (人) cannot be added up: they are counted over the whole month at once. 人次 and 人
never mix, nor do counts by eye with counts by name, nor the three columns of minutes."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, and_, case, func, not_

from schemas.occasions import CALLED_OFF, DROPPED, ENDED, SessionState
from server.core import clock
from server.occasions.models import Session


class Parts(NamedTuple):
    """What hangs on each session, counted; null where there is nothing."""

    there: Any
    heads: Any
    numbers: Any


@dataclass(frozen=True)
class Figure:
    label: str
    unit: str
    definition: str
    of: Callable[[Parts], ColumnElement[int]] | None  # per session; None: different people
    base: str | None = None


def one_if(condition) -> ColumnElement[int]:
    return case((condition, 1), else_=0)


def count_of(part: str, column: str) -> Callable[[Parts], ColumnElement[int]]:
    return lambda parts: func.coalesce(getattr(parts, part).c[column], 0)


def somebody_came(parts: Parts) -> ColumnElement[bool]:
    counts = [("there", "people"), ("heads", "largest"), ("numbers", "served")]
    return sum(count_of(*one)(parts) for one in counts) > 0


def not_published() -> ColumnElement[bool]:
    return and_(Session.state == SessionState.PLANNED, Session.on < clock.today())


def to_come() -> ColumnElement[bool]:
    open_ = Session.state.in_((SessionState.PLANNED, SessionState.PUBLISHED))
    return and_(open_, not_(not_published()))


TIMES, PEOPLE, SESSIONS, MINUTES = "人次", "人", "场", "分钟"

FIGURES = {
    "planned": Figure(
        "排了",
        SESSIONS,
        "日历上排过的场次，不含规则改了以后没人看到就撤下的",
        lambda parts: one_if(Session.state != DROPPED),
    ),
    "held": Figure(
        "办了",
        SESSIONS,
        "已经结束，而且至少有一人签到、一个号办完或一次现场点数",
        lambda parts: one_if(and_(Session.state == ENDED, somebody_came(parts))),
        base="planned",
    ),
    "no_record": Figure(
        "没有到场记录",
        SESSIONS,
        "到时间结束了，但没有任何签到、办完的号和现场点数",
        lambda parts: one_if(and_(Session.state == ENDED, not_(somebody_came(parts)))),
        base="planned",
    ),
    "called_off": Figure(
        "取消",
        SESSIONS,
        "发布以后取消的，如因雨取消",
        lambda parts: one_if(Session.state == CALLED_OFF),
        base="planned",
    ),
    "unpublished": Figure(
        "没有发布",
        SESSIONS,
        "日子过了还没有发布；圩日多半是三定三有没有齐",
        lambda parts: one_if(not_published()),
        base="planned",
    ),
    "to_come": Figure(
        "还没办完",
        SESSIONS,
        "还没到日子，或当天还没有结束",
        lambda parts: one_if(to_come()),
        base="planned",
    ),
    "dropped": Figure(
        "改规则撤下",
        SESSIONS,
        "规则改了、没有人报名时撤下的，不算在“排了”里",
        lambda parts: one_if(Session.state == DROPPED),
    ),
    "visit_times": Figure(
        "来访",
        TIMES,
        "以来访身份签到的人次：一人一场算一次，来两场算两次",
        count_of("there", "visits"),
    ),
    "visit_persons": Figure(
        "来访的人", PEOPLE, "上面这些人次里不同的人：整个月同一个人只算一个", None
    ),
    "served_times": Figure(
        "摊位办完的号",
        TIMES,
        "叫号后办完的号：一个号一次，没有手机的也算",
        count_of("numbers", "served"),
    ),
    "served_persons": Figure(
        "摊位服务的人", PEOPLE, "上面这些号里认得出的不同的人；只喊称呼的号没有算进来", None
    ),
    "not_served_times": Figure(
        "没办成的号", TIMES, "叫到了但没有办成，写了原因的号", count_of("numbers", "not_served")
    ),
    "headcount": Figure(
        "现场点数",
        TIMES,
        "每场取最大的一次点数（划掉的不算）再相加；和签到、取号的人数分开，不相加",
        count_of("heads", "largest"),
    ),
    "duty_times": Figure(
        "志愿服务",
        TIMES,
        "以服务身份签到的人次：一人一场算一次",
        count_of("there", "duties"),
    ),
    "duty_persons": Figure(
        "参加服务的志愿者", PEOPLE, "上面这些人次里不同的人：整个月同一个人只算一个", None
    ),
    "minutes_actual": Figure(
        "实到的时长", MINUTES, "每次签到到签退之间的分钟", count_of("there", "actual")
    ),
    "minutes_added": Figure(
        "补记的时长", MINUTES, "忘了签退、经核实补记的分钟，另成一列", count_of("there", "added")
    ),
    "minutes_credited": Figure(
        "计入的时长",
        MINUTES,
        "按规则计入的分钟：不超过一场的长度，没有岗位的不算",
        count_of("there", "credited"),
    ),
}  # fmt: skip

ADDED_UP = [name for name, figure in FIGURES.items() if figure.of is not None]
# Different people are among those whose presence this figure counts.
AMONG = {"visit_persons": "visit_times", "served_persons": "served_times",
         "duty_persons": "duty_times"}  # fmt: skip
