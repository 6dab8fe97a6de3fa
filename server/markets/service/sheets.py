"""Papers of market days: the numbers of a stall, and the way of a vehicle on one day."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from schemas.market_words import OUTCOMES
from schemas.occasions import NumberState
from server.core import clock
from server.core.db import db
from server.core.errors import NotFound
from server.files.paper.roll import Column, Roll, boxes, roll_pdf
from server.markets.models import Stall, Vehicle, VehicleVisit
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.occasions.service.lines import numbers_left, time_of_number
from server.people import service as people
from server.workdays.lunar import day_words

SPARE = 15  # empty rows for whoever comes without a number, where there is room
LONGEST = 200  # rows; more is no list for a table at the gate
GONE = "不等了"


def stall_sheet(stall: Stall) -> bytes:
    """叫号单: in the order of the numbers, each with its boxes. Of 义诊 only whether somebody was
    served: there is no place for anything else."""
    session = stall.session
    silent = stall.kind.has("silent")
    more = "这张单子不写病情、数值和结果。" if silent else "没办成的写明原因。"
    return roll_pdf(
        Roll(
            community=people.desk_of(session.area).name,
            title=f"叫号单 · {stall.label}",
            facts=[f"{_day(session.on)}　{_hours(session)}　{session.area.name}{session.place}",
                   f"摊位人员：{stall.crew}"],
            columns=_columns(stall),
            rows=[_row(stall, number) for number in _numbers(stall)] + _spare(stall),
            note=f"办完一位打一个勾。{more}",
            signs=["记录人：", "交回时间："],
        )
    )  # fmt: skip


def _columns(stall: Stall) -> list[Column]:
    """Times where numbers have one; reasons where any may be kept."""
    shares = {"号": 0.09, "时间": 0.11, "称呼": 0.2, "结果": 0.38, "原因": 0.22}
    if not stall.line.slot_minutes:
        shares["结果"] += shares.pop("时间")
    if stall.kind.has("silent"):
        shares["结果"] += shares.pop("原因")
    return [Column(*one) for one in shares.items()]


def _row(stall: Stall, number: QueueNumber) -> list[str]:
    name = number.called or (number.person and number.person.display_name) or ""
    at = time_of_number(stall.line, stall.session, number.n)
    return _cells(stall, str(number.n), f"{clock.local(at):%H:%M}" if at else "", name)


def _cells(stall: Stall, n: str = "", at: str = "", name: str = "") -> list[str]:
    timed = [at] if stall.line.slot_minutes else []
    result = boxes(*(outcome.label for outcome in OUTCOMES[stall.kind]), GONE)
    return [n, *timed, name, result] + ([] if stall.kind.has("silent") else [""])


def _spare(stall: Stall) -> list[list[str]]:
    """Rows without a number: whoever comes offline gets one when it is typed in."""
    left = numbers_left(stall.line, stall.session)
    return [_cells(stall) for _ in range(SPARE if left is None else min(SPARE, left))]


def _numbers(stall: Stall) -> list[QueueNumber]:
    here = QueueNumber.line_id == stall.line_id, QueueNumber.state != NumberState.LEFT
    query = select(QueueNumber).options(joinedload(QueueNumber.person)).where(*here)
    return list(db.session.scalars(query.order_by(QueueNumber.n).limit(LONGEST)))


def vehicle_sheet(vehicle: Vehicle, on: date) -> bytes:
    """行车单: where it goes on that day, in the order of the tree, and whom to look for there."""
    going = VehicleVisit.vehicle_id == vehicle.id, VehicleVisit.on == on
    query = select(VehicleVisit).where(*going, VehicleVisit.called_off_at.is_(None))
    visits = db.session.scalars(query.options(joinedload(VehicleVisit.area))).all()
    if not visits:
        raise NotFound("这一天没有安排这辆车")
    unit = f"{vehicle.unit.name} {vehicle.unit.phone}" if vehicle.unit else "（没有登记）"
    headings = ("站", "小区", "地点、时间", "找谁", "到 / 离", "服务人次")
    shares = (0.07, 0.19, 0.3, 0.2, 0.12, 0.12)
    stops = sorted(visits, key=lambda visit: visit.area.path)
    return roll_pdf(
        Roll(
            community=vehicle.area.name,
            title=f"行车单 · {vehicle.name}",
            facts=[f"{_day(on)}　共 {len(stops)} 站", f"车组：{unit}"],
            columns=[Column(*one) for one in zip(headings, shares, strict=True)],
            rows=[_stop(n, visit) for n, visit in enumerate(stops, start=1)],
            note="到一站记到达和离开的时间；服务人次按发出的号数，不估。",
            signs=["随车人员：", "日期："],
        )
    )


def _stop(n: int, visit: VehicleVisit) -> list[str]:
    session = db.session.get(Session, visit.session_id) if visit.session_id else None
    desk = people.desk_of(visit.area)
    where = f"{session.place} {_hours(session)}" if session else "当天没有圩日，请先联系社区"
    lead = session.lead.display_name if session and session.lead else desk.name
    return [str(n), visit.area.name, where, f"{lead} {desk.phone}", "", ""]


def _day(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日 {day_words(on)}"


def _hours(session: Session) -> str:
    begins, ends = clock.local(session.starts_at), clock.local(session.ends_at)
    return f"{begins:%H:%M}–{ends:%H:%M}"
