"""What became of a number, in words, and put right: a slip of the pen, or what is known later of a
thing that was taken away.

The desk of the occasion knows the words of its outcomes: it passes functions in when it is
imported."""

from collections.abc import Callable

from schemas.occasion_words import OccasionKind
from schemas.occasions import NumberState
from server.core import clock
from server.core.moves import move
from server.occasions.parts import QueueNumber
from server.occasions.service.calling import follow, judged, must_be_held, tell_of
from server.occasions.service.rebooking import is_booked, was_cancelled
from server.people.actor import Actor

# outcome → its words: 修好了
words: dict[OccasionKind, Callable[[str], str]] = {}
# what whoever waits is asked to do when it is told later: 请来取
asked_then: dict[OccasionKind, str] = {}

NEVER_CALLED, WAS_CALLED = "没有轮到", "叫过号"
BOOKED, CANCELLED = "约好了", "已取消"


def label_of(number: QueueNumber) -> str:
    """As people read it: what came of it, rather than that it was served."""
    if number.outcome and (said := words.get(number.session.kind)):
        return said(number.outcome)
    if was_cancelled(number):
        return CANCELLED
    if not _was_in_vain(number):
        return BOOKED if is_booked(number) else number.state.label
    return WAS_CALLED if number.state.has("yours") else NEVER_CALLED


def _was_in_vain(number: QueueNumber) -> bool:
    """The day ended before their turn, and a day later their number was closed."""
    ended = number.session.ended_at
    if ended is None or number.session.state.has("off"):
        return False
    closed = number.state is NumberState.LEFT and number.done_at and number.done_at >= ended
    return bool(closed) or number.state.has("live")


def correct(number: QueueNumber, form: dict, *, by: Actor) -> QueueNumber:
    """Who did it and when, and what it was, stays in the moves; who waits is told of each outcome
    once."""
    must_be_held(number.session)
    was, before = number.outcome, number.state
    step, outcome, reason = judged(number, None, form)
    move(number, f"correct_{step}", by=by, was=was, outcome=outcome)
    number.outcome, number.reason = outcome, reason
    later = before is NumberState.UNDER_WAY
    if later:
        number.done_at = clock.now()
    follow(number, was=was, by=by)
    if outcome != was:
        _tell(number, later=later)
    return number


def _tell(number: QueueNumber, *, later: bool) -> None:
    label, why = label_of(number), number.reason and number.reason.rstrip("。")
    said = label if later else f"刚才记错了，现在更正为“{label}”"
    if why and number.state is NumberState.NOT_SERVED:
        said, why = f"{said}，因为{why}", None
    told = [said, later and asked_then.get(number.session.kind), why]
    title = f"{number.line.label} {number.n} 号：{label}"
    sentences = "".join(f"{one}。" for one in told if one)
    tell_of(number, title, sentences, number.outcome or "none")
