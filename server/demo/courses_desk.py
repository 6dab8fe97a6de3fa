"""How a wish may go that never meets a volunteer: units, answers on the spot, the other ends."""

from server.demo import acts
from server.demo.courses import on_the_wall, received
from server.demo.story import Life


def offered(life: Life):
    yield from received(life)
    acts.sort(life)
    acts.dispatch(life)


def bounced(life: Life):
    yield from offered(life)
    yield life.pause(3, 20)
    acts.bounce(life)


def unit_works(life: Life):
    yield from offered(life)
    yield life.pause(2, 12)
    acts.accept(life)


def unit_done(life: Life):
    yield from unit_works(life)
    yield life.pause(12, 40)
    acts.finish(life)


def unit_closed(life: Life):
    yield from unit_done(life)
    yield life.pause(3, 40)
    acts.rate(life, words=life.story.word)


def answered(life: Life):
    yield from received(life)
    acts.sort(life)
    acts.answer(life)


def answered_and_closed(life: Life):
    yield from answered(life)
    yield life.pause(2, 20)
    acts.rate(life, words=life.story.word)


def no_money(life: Life, reason: str = "money"):
    yield from received(life)
    acts.sort(life)
    yield life.pause(10, 30)
    acts.cannot_do(life, reason)


def nobody_can(life: Life):
    yield from no_money(life, "nobody")


def contested(life: Life):
    """The resident does not agree: `word`. The desk has it again."""
    yield from no_money(life)
    yield life.pause(5, 30)
    acts.contest(life, life.story.word)


def withdrawn(life: Life):
    yield from on_the_wall(life)
    acts.withdraw(life)


def merged(life: Life):
    yield from received(life)
    acts.sort(life)
    acts.merge(life)


def to_hotline(life: Life, elsewhere: str = "hotline"):
    yield from received(life)
    acts.sort(life)
    acts.hand_over(life, elsewhere)


def to_court(life: Life):
    yield from to_hotline(life, "court")


def to_petition(life: Life):
    yield from to_hotline(life, "petition")
