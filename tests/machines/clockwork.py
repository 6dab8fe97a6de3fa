"""What is true of the clock at every moment, and of the visits that come after the end."""

from collections import Counter

from sqlalchemy import func, select

from schemas.clock_words import ExtensionAnswer, LimitUnit
from server.core import clock
from server.core.clock import local
from server.core.db import db
from server.tickets.kept import ReturnVisit
from server.tickets.models import Ticket
from server.tickets.timed import Escalation, Extension, Pause
from server.workdays.calendar import is_workday, known_days, working_days
from server.workdays.hours import is_quiet, openings
from tests.work import work_off


def stands_on_closed_days(ticket: Ticket) -> None:
    """What is due lies on a working day; between its beginning and then there are as many office
    days as its limit, the waiting and the extensions have together."""
    assert is_workday(local(ticket.due_at).date(), known_days())
    if not ticket.state.has("open") or ticket.due_on or ticket.limit_unit is not LimitUnit.DAYS:
        return
    here = Pause.ticket_id == ticket.id, Pause.until_at > ticket.due_from
    pauses = db.session.execute(select(Pause.since_at, Pause.until_at).where(*here))
    waited = sum(openings(since, until) for since, until in pauses)
    longer = select(func.coalesce(func.sum(Extension.days), 0)).where(
        Extension.ticket_id == ticket.id,
        Extension.answer == ExtensionAnswer.APPROVED,
        Extension.decided_at >= ticket.due_from,
    )
    spent = working_days(ticket.due_from, ticket.due_at)
    assert spent == ticket.limit_amount + waited + db.session.scalar(longer)


def alarms_are_given_once_and_by_day() -> None:
    rung = db.session.scalars(select(Escalation)).all()
    times = Counter((e.ticket_id, e.round, e.level, e.due_at, e.assignment_id) for e in rung)
    assert set(times.values()) <= {1}
    assert not [e for e in rung if is_quiet(e.fired_at)]


def who_waits_for_longer(ticket: Ticket) -> None:
    """One request at a time, and only of what somebody has in hand."""
    waits = Extension.ticket_id == ticket.id, Extension.answer.is_(None)
    waiting = db.session.scalars(select(Extension).where(*waits)).all()
    assert [e.asked_by_id for e in waiting] == [i for i in [ticket.longer_asked_by_id] if i]
    assert not waiting or ticket.state.has("working")


def nobody_visits_their_own_work(worked: dict[int, set[int]]) -> None:
    made = db.session.scalars(select(ReturnVisit).where(ReturnVisit.recorded_by_id.is_not(None)))
    for visit in made:
        assert visit.recorded_by_id not in worked.get(visit.ticket_id, set())


def hold(every: list[Ticket], worked: dict[int, set[int]]) -> None:
    for ticket in every:
        stands_on_closed_days(ticket)
        who_waits_for_longer(ticket)
    alarms_are_given_once_and_by_day()
    nobody_visits_their_own_work(worked)


def a_month_ago(machine) -> None:
    """A wish that was made, done by somebody of the desk, and rated; its visit is due."""
    machine.submit("aunt")
    steps = (
        ("worker", "screen"),
        ("colleague", "claim"),
        ("colleague", "finish"),
        ("aunt", "confirm"),
    )
    for who, action in steps:
        answer = machine.take(machine.ids[-1], who, action)
        assert answer.status_code in (200, 409), answer.text
    machine.clock.forward(days=30)
    work_off()
    db.session.expire_all()


def ask_a_month_later(machine, who: str, result: str) -> None:
    """Somebody records the first visit that is due; who did the work is refused."""
    query = select(ReturnVisit).where(ReturnVisit.result.is_(None)).order_by(ReturnVisit.id)
    visit = db.session.scalar(query.limit(1))
    if visit is None:
        return
    by, worked = machine.cast[who], machine.worked.get(visit.ticket_id, set())
    path = f"/api/tickets/return_visits/{visit.id}/record"
    answer = machine.web.post(path, by=by, result=result)
    early = result == "unreached" and visit.due_on > clock.today()  # it is tried again in a week
    assert answer.status_code in ((409,) if early and by.id not in worked else (200, 403, 404))
    assert by.id not in worked or answer.status_code != 200
    if answer.status_code == 200 and (made := answer.json["next_ticket_id"]):
        _watch(machine, made)
    db.session.expire_all()


def take_up(machine, action: str, answer):
    """What came back is another ticket, which nobody has worked on."""
    if action == "came_back" and answer.status_code == 200:
        _watch(machine, answer.json["id"])
    return answer


def _watch(machine, ticket_id: int) -> None:
    machine.ids.append(ticket_id)
    machine.worked[ticket_id] = set()
