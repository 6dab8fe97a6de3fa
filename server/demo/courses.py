"""How a wish may go. Each course is a road of acts; what it yields is the time until the next one.

A course that ends is where the wish stands today, unless a job takes it on."""

from datetime import timedelta

from server.core import clock
from server.demo import acts
from server.demo.saying import submit
from server.demo.story import Life
from server.workdays.calendar import is_workday, known_days


def received(life: Life):
    submit(life)
    yield life.pause(1, 3)


def on_the_wall(life: Life):
    yield from received(life)
    acts.screen(life)
    for key in life.story.too.split():
        yield life.pause(1, 6)
        acts.me_too(life, life.people[key])
    yield life.pause(2, 20)


lapsed = on_the_wall  # seven days in which nobody claims it


def asked_for(life: Life):
    """Guarded: whoever wants to help waits for the desk."""
    yield from on_the_wall(life)
    for helper in life.helpers:
        acts.claim(life, helper)
        yield life.pause(1, 4)


def declined(life: Life):
    yield from asked_for(life)
    acts.answer_claim(life, yes=False)


def in_hand(life: Life):
    yield from on_the_wall(life)
    for helper in life.helpers:
        acts.claim(life, helper)
        yield life.pause(1, 3)
        if life.ticket.group.has("guarded"):
            acts.answer_claim(life)
            yield life.pause(1, 2)


def under_way(life: Life):
    """In hand, and something is told about it: `done`."""
    yield from in_hand(life)
    yield life.pause(3, 8)
    acts.progress(life, life.story.done)


def due_today(life: Life, days: int = 0):
    """Somebody named a day, today or tomorrow or the working day after: too early for whoever
    has it."""
    yield from in_hand(life)
    received_on = clock.local(life.ticket.received_at).date()
    day = received_on + timedelta(days=life.story.days_ago + 1 + days)
    known = known_days()
    while not is_workday(day, known):
        day += timedelta(days=1)
    acts.sort(life, due_on=day.isoformat(), words="和居民说好，这一天来办")
    yield life.pause(1, 3)
    acts.ask_longer(life, 2, "材料还没有到货，想晚两天。")


def due_tomorrow(life: Life):
    yield from due_today(life, 1)


def released(life: Life):
    yield from in_hand(life)
    acts.release(life)


def waiting(life: Life):
    yield from in_hand(life)
    acts.ask(life)


def replied(life: Life):
    yield from waiting(life)
    yield life.pause(3, 24)
    acts.reply(life, life.story.word)


def done(life: Life):
    yield from in_hand(life)
    yield life.pause(6, 30)
    acts.finish(life)


unrated = done  # seven days of silence


def closed(life: Life):
    yield from done(life)
    yield life.pause(2, 40)
    acts.rate(life, words=life.story.word)


def closed_on_paper(life: Life):
    yield from done(life)
    yield life.pause(20, 50)
    acts.rate(life, words=life.story.word, route="paper")


def reopened(life: Life):
    """Not yet, says the resident: `why`. It is in the same hands again."""
    yield from done(life)
    yield life.pause(3, 30)
    acts.rate(life, "partly", life.story.why)


def reopened_and_closed(life: Life):
    yield from done(life)
    yield life.pause(3, 30)
    acts.rate(life, "no", life.story.why)
    yield life.pause(10, 40)
    acts.finish(life, "又上门看了一次，这回当面试过，没有问题了")
    yield life.pause(2, 20)
    acts.rate(life, words=life.story.word)


def called_in_vain(life: Life):
    yield from done(life)
    yield timedelta(days=8)
    acts.call_back(life, reached=False)


def called_and_closed(life: Life):
    """Silence, a call, and then the resident's word, written down by somebody who did not do it."""
    yield from called_in_vain(life)
    yield life.pause(20, 30)
    acts.call_back(life, reached=True)
    acts.rate(life, words=life.story.word, route="phone")
