"""At the line: the next is called, served or not, or gives up; whoever is nearly there is told.

What may be written down of a service, and what follows from it elsewhere, the desk of the occasion
says: it passes functions in when it is imported."""

from collections.abc import Callable
from datetime import datetime, timedelta

from sqlalchemy import func, select

from schemas.occasion_words import OccasionKind
from schemas.occasions import NumberState, SessionState
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.moves import move
from server.messages.service import tell
from server.occasions.models import Session
from server.occasions.parts import Line, QueueNumber
from server.occasions.rules import BEFORE
from server.occasions.service.lines import IN_TURN
from server.occasions.service.wording import day_and_time
from server.people.actor import Actor

# (number, "serve", "fail" or, when it is put right, None; form) → (step, outcome, reason): what is
# kept, or a refusal. The step is "serve", "fail", or "keep": it is not finished yet
outcomes: dict[OccasionKind, Callable[[QueueNumber, str | None, dict], tuple]] = {}
# (kind, "tickets") → (number, was=outcome before, by=actor): what becomes of the matter behind it
followers: dict[tuple[OccasionKind, str], Callable] = {}

NEAR = 2  # so many before somebody, and they are told to come
PLAIN = {"serve": "served", "fail": "not_served"}


class NobodyWaits(Refusal):
    code, title, detail = "nobody_waits", "没有人在等", "前面的都叫过了"


class NotNow(Refusal):
    code, title = "not_now", "现在不能叫号"
    detail = "这一场还没有发布，或者已经取消"


class TooEarly(Refusal):
    code, title = "too_early", "还不到叫号的时候"

    def __init__(self, opens: datetime):
        super().__init__(f"开始前一小时（{day_and_time(opens)}）起可以叫号、记结果")


def call_next(line: Line, *, by: Actor, to: int | None = None) -> QueueNumber:
    """The one whose turn it is; two who call at once call two. `to`: to which table."""
    must_be_held(line.session)
    waits = QueueNumber.line_id == line.id, QueueNumber.state == NumberState.WAITING
    query = select(QueueNumber).where(*waits).order_by(*IN_TURN).limit(1)
    lock = query.with_for_update(key_share=True, skip_locked=True, of=QueueNumber)
    number = db.session.scalar(lock.execution_options(populate_existing=True))
    if number is None:
        raise NobodyWaits
    return call(number, by=by, to=to)


def call(number: QueueNumber, *, by: Actor, to: int | None = None) -> QueueNumber:
    """Out of turn, too: somebody who was away is called when they come back."""
    must_be_held(number.session)
    move(number, "call", by=by)
    number.called_to = to
    _tell_turn(number, f"called:{_minute()}" if to else "called")
    tell_near(number.line_id)
    return number


def put_off(number: QueueNumber, *, by: Actor) -> QueueNumber:
    """过号: they are not there; two others come first, and they are called again."""
    must_be_held(number.session)
    move(number, "put_off", by=by)
    number.turn_at = clock.now() + 2 * timedelta(minutes=number.line.slot_minutes or 0)
    number.called_to = None
    words = "叫过您的号，没有见到您。过两位再叫，到了请告诉工作人员。"
    tell_of(number, f"{number.line.label} {number.n} 号过号了", words, f"put_off:{_minute()}")
    return number


def _minute() -> str:
    return f"{clock.now():%Y%m%d%H%M}"


def call_again(number: QueueNumber, *, by: Actor) -> QueueNumber:
    """Told again, but not more than once a minute."""
    must_be_held(number.session)
    move(number, "call_again", by=by)
    _tell_turn(number, f"called:{_minute()}")
    return number


def serve(number: QueueNumber, form: dict, *, by: Actor) -> QueueNumber:
    return _done("serve", number, form, by=by)


def fail(number: QueueNumber, form: dict, *, by: Actor) -> QueueNumber:
    return _done("fail", number, form, by=by)


def leave(number: QueueNumber, *, by) -> QueueNumber:
    """Their number is not given again."""
    move(number, "leave", by=by)
    number.done_at = clock.now()
    tell_near(number.line_id)
    return number


def _done(action: str, number: QueueNumber, form: dict, *, by: Actor) -> QueueNumber:
    must_be_held(number.session)
    step, outcome, reason = judged(number, action, form)
    move(number, step, by=by, outcome=outcome)
    number.outcome, number.reason, number.done_at = outcome, reason, clock.now()
    follow(number, was=None, by=by)
    tell_near(number.line_id)
    return number


def judged(number: QueueNumber, action: str | None, form: dict) -> tuple:
    return outcomes.get(number.session.kind, _plainly)(number, action, form)


def follow(number: QueueNumber, *, was: str | None, by: Actor) -> None:
    if goes_on := followers.get((number.session.kind, number.subject_kind or "")):
        db.session.flush()
        goes_on(number, was=was, by=by)


def _plainly(number: QueueNumber, action: str | None, form: dict) -> tuple:
    """Where no desk says anything else: served or not, and why not."""
    allowed = [step for step in PLAIN if action in (None, step)]
    outcome = form.get("outcome", PLAIN[allowed[0]] if len(allowed) == 1 else None)
    for step in allowed:
        if PLAIN[step] == outcome:
            return step, outcome, form.get("reason")
    raise Malformed(outcome="没有这种结果")


def must_be_held(session: Session) -> None:
    """From an hour before it begins, and until it is called off; after the end what was served is
    still written down."""
    if session.state not in (SessionState.PUBLISHED, SessionState.ENDED):
        raise NotNow
    if not may_begin(session):
        raise TooEarly(session.starts_at - BEFORE)


def may_begin(session: Session) -> bool:
    return clock.now() >= session.starts_at - BEFORE


def _tell_turn(number: QueueNumber, event: str) -> None:
    label = number.line.label
    where = f"请到 {number.called_to} 号桌来。" if number.called_to else f"请到“{label}”来。"
    tell_of(number, f"{label} {number.n} 号，轮到您了", where, event)


def tell_near(line_id: int) -> None:
    """Once for each number, when few are left before it, and not before numbers may be called: who
    reads it sets out."""
    if not may_begin(db.session.get_one(Line, line_id).session):
        return
    place = func.row_number().over(order_by=IN_TURN)
    waiting = QueueNumber.line_id == line_id, QueueNumber.state == NumberState.WAITING
    query = select(QueueNumber, place).where(*waiting).order_by(*IN_TURN).limit(NEAR + 1)
    for number, nth in db.session.execute(query).all()[1:]:
        label = number.line.label
        words = f"您的号是{label} {number.n} 号，请往“{label}”走。"
        tell_of(number, f"前面还有 {nth - 1} 位", words, "near")


def tell_of(number: QueueNumber, title: str, words: str, event: str) -> None:
    if number.told_id is None:
        return
    if number.called:
        words = f"{number.called}：{words}"
    reason = f"number:{number.id}:{event}:person:{number.told_id}"
    tell(number.told_id, title, words, reason=reason, link=("session", number.session_id))
