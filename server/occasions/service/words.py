"""How a session is said: its day and hours, and what is sent to neighbours."""

from flask import current_app

from schemas.occasion_words import OccasionKind
from schemas.occasions import SessionState
from server.core import clock
from server.occasions.models import Session
from server.occasions.service.wording import time_of
from server.workdays.lunar import day_words


def day_of(session: Session) -> str:
    """11月26日"""
    return f"{session.on.month}月{session.on.day}日"


def hours_of(session: Session) -> str:
    """9:00–11:00"""
    begins, ends = clock.local(session.starts_at), clock.local(session.ends_at)
    return f"{begins.hour}:{begins:%M}–{ends.hour}:{ends:%M}"


def when(session: Session) -> str:
    """11月26日 周四 · 农历十月十八 9:00–11:00"""
    return f"{day_of(session)} {day_words(session.on)} {hours_of(session)}"


def ended_early(session: Session) -> str | None:
    """15:20 提前结束：雨太大; None where it was held to its end."""
    ended = session.ended_at
    if session.state is not SessionState.ENDED or ended is None or ended >= session.ends_at:
        return None
    why = f"：{session.changed_words}" if session.changed_words else ""
    return f"{time_of(ended)} 提前结束{why}"


def facts(session: Session) -> dict[str, str]:
    """What people go by, to be compared before and after a change."""
    return {"时间": when(session), "地点": session.place, "名称": session.title}


def named(session: Session) -> str:
    """近邻圩日 · 重阳敬老"""
    return f"{session.title} · {session.theme}" if session.theme else session.title


def address(session: Session) -> str:
    """What its poster's code and its link say: they open the page and do nothing else."""
    return f"{current_app.config['PUBLIC_URL']}/q/o/{session.token}"


HOW_TO_COME = {OccasionKind.RECEPTION: "点开可以约时间，写一句想谈什么；不约的，当天到现场取号。"}


def share_text(session: Session, lines: list[str]) -> str:
    off = f"【{session.state.label}】" if session.state.has("off") else ""
    told = [
        off + named(session),
        when(session),
        f"{session.area.name} {session.place}",
        HOW_TO_COME.get(session.kind, "、".join(lines)),
        address(session),
    ]
    return "\n".join(line for line in told if line)
