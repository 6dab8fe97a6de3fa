"""The service record as its owner and the desk read it, and the answer of a printed code."""

from schemas.occasion_words import Capacity
from schemas.service_record import Booked, PaperState, RevokedWhy
from server.core import clock
from server.core.paging import Page
from server.occasions import presence_rules as rules
from server.occasions.presence import Attendance, ServicePaper
from server.occasions.service import records, repairs, service_papers
from server.occasions.service.places import over_at
from server.occasions.service.records import NEWEST, booked, check_out_until, hours
from server.people import me
from server.people.actor import Actor
from server.people.names import masked_name

SAME = "id session_id capacity in_at out_at minutes_actual minutes_added minutes_credited"


def days(actor: Actor, page: Page) -> Page:
    return Page(_days(page.items, actor.ids), page.next)


def _days(rows: list[Attendance], ids: tuple[int, ...]) -> list[dict]:
    waiting = repairs.waiting([row.session_id for row in rows], ids)
    return [_day(row, row.session_id in waiting) for row in rows]


def _day(row: Attendance, waits: bool) -> dict:
    state, serves = booked(row), row.capacity is Capacity.DUTY
    return {name: getattr(row, name) for name in SAME.split()} | {
        "session_title": row.session.title,
        "area_name": row.session.area.name,
        "on": row.session.on,
        "capacity_label": row.capacity.label,
        "rule_version": row.rule_version,
        "booked": state,
        "booked_label": _booked_words(row, state),
        "check_out_until": check_out_until(row),
        "repair_waits": serves and waits,
        "can_repair": not waits and _can_repair(row),
    }


def _booked_words(row: Attendance, state: Booked) -> str:
    if check_out_until(row) and over_at(row.session) <= clock.now():
        return "还没签退"
    if state is Booked.ANNOUNCED:
        return f"{state.label}，到{row.public_until.month}月{row.public_until.day}日"
    return state.label


def _can_repair(row: Attendance) -> bool:
    """They came and have no check-out; it is over, and not too late to ask."""
    lacks = row.capacity is Capacity.DUTY and row.out_at is None and row.minutes_added == 0
    ended = row.session.ends_at
    return lacks and ended <= clock.now() <= ended + repairs.UNTIL


def my_record(actor: Actor, rows: list[Attendance]) -> dict:
    return _record(actor, actor.id, actor.name, actor.ids, rows)


def record(actor: Actor, shown) -> dict:
    person, rows = shown
    return _record(actor, person.id, person.display_name, me.own_ids(person), rows)


def _record(actor: Actor, person_id, name, ids, rows: list[Attendance]) -> dict:
    return {
        "person_id": person_id,
        "person_name": name,
        "totals": _totals(ids),
        "days": _days(rows[:NEWEST], ids),
        "more": len(rows) > NEWEST,
        "papers": [paper(actor, row) for row in records.papers_of(ids)],
        "rule_words": records.RULE_WORDS,
    }


def _totals(ids: tuple[int, ...]) -> dict:
    known = records.totals(ids)
    there = [(state, many) for state, many in known["by_booked"].items() if many]
    return known | {
        "by_booked": [
            {"booked": state, "label": state.label, "sessions": many} for state, many in there
        ]
    }


def paper(actor: Actor, row: ServicePaper) -> dict:
    may = row.revoked_at is None and rules.revoke_paper(actor, row)
    names = ("id", "token", "since", "until", "rows", "minutes", "made_at", "revoked_at")
    return {name: getattr(row, name) for name in names} | {
        "paper": service_papers.address(row),
        "actions": [{"action": "revoke", "label": "作废"}] if may else [],
    }


def verified(actor: Actor | None, found: dict) -> dict:
    row, state = found["paper"], found["state"]
    now = found.get("minutes_now")
    return {
        "state": state,
        "label": state.label,
        "words": _verified_words(row, state, now),
        "person_name": masked_name(row.person.display_name),
        "made_on": clock.local(row.made_at).date(),
        "since": row.since,
        "until": row.until,
        "rows": row.rows,
        "hours": hours(row.minutes),
        "changed_at": found["changed_at"],
        "hours_now": None if now is None else hours(now),
    }


def _verified_words(row: ServicePaper, state: PaperState, now: int | None) -> str:
    if state is PaperState.VALID:
        return f"纸上的 {row.rows} 条、{hours(row.minutes)} 小时和平台记录一致"
    if state is PaperState.REVOKED:
        return f"社区已把这份记录作废：{RevokedWhy(row.revoked_why).label}"
    return f"开出时 {hours(row.minutes)} 小时，现在是 {hours(now)} 小时，请以新打印的为准"
