"""积分明细 (A4): what somebody has and how it came, on paper, for whoever has no telephone."""

from server.core import clock
from server.core.db import db
from server.files.paper.roll import Column, Roll, roll_pdf
from server.people.aliases import everybody
from server.people.models import Person
from server.points.models import Scheme
from server.points.present import purses as present
from server.points.service import statements

TITLE = "积分明细"
MOST = 200  # lines; the newest
COLUMNS = [Column("哪天", 0.18), Column("为什么", 0.66), Column("几分", 0.16)]
ASK = "觉得哪一笔不对，请到社区服务台问，或在“意见与投诉”里写。"


def print_statement(person: Person, scheme_id: int) -> bytes:
    ids = everybody(person.id)
    scheme = db.session.get_one(Scheme, scheme_id)
    found = present.entries(ids, statements.list_entries(scheme_id, ids, {"limit": MOST}))
    rows = [[_day(one["posted_at"]), _why(one), f"{one['amount']:+}"] for one in found["items"]]
    return roll_pdf(
        Roll(
            community=scheme.area.name,
            title=TITLE,
            facts=[f"{person.display_name} · {scheme.name}", *_has(ids, scheme)],
            columns=COLUMNS,
            rows=rows,
            note=_note(len(rows), more=found["next"] is not None),
        )
    )


def _has(ids: tuple[int, ...], scheme: Scheme) -> list[str]:
    shown = present.purses(None, statements.list_purses(ids, Scheme.id == scheme.id))["items"]
    return [line for purse in shown for line in _lines(purse)]


def _lines(purse: dict) -> list[str]:
    lines = [f"现在可以用 {purse['available']} 分"]
    if purse["pending"]:
        lines.append(f"公示中 {purse['pending']} 分，公示期满到账")
    if purse["owed"]:
        lines.append(f"还差 {purse['owed']} 分没有补上，以后到账的先补")
    if ending := purse["ending"]:
        lines.append(f"最早到期：{ending['amount']} 分，可以用到 {_spoken(ending['until'])}")
    return lines


def _note(count: int, *, more: bool) -> str:
    made = f"{_spoken(clock.today())}印，"
    return made + (f"只印最近 {count} 笔。{ASK}" if more else f"一共 {count} 笔。{ASK}")


def _why(entry: dict) -> str:
    words, why = entry["words"], entry["why_label"]
    return f"{words}（{why}）" if words else why


def _day(moment) -> str:
    return clock.local(moment).date().isoformat()


def _spoken(day) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
