"""Fills an empty database: the same day gives the same Dehua, keys and tokens aside."""

from datetime import datetime, timedelta
from random import Random

from flask import current_app

from schemas.people_words import Role
from server.core import clock
from server.core.db import db
from server.demo import courses, courses_desk, feedback, nights, points, shops_courses, wheels
from server.demo.board import hang_up
from server.demo.cast import CAST, PASSWORD, Part
from server.demo.fair_lives import Round
from server.demo.fairs import FAIRS
from server.demo.friday_lives import Fridays, begins
from server.demo.fridays import HOSTED, last_friday, tell_the_year
from server.demo.people import acting, make_people
from server.demo.phrases import write_down
from server.demo.places import make_places
from server.demo.script import stories
from server.demo.shops import Trade
from server.demo.shops_told import SHOPS
from server.demo.stage import play
from server.demo.story import Life
from server.messages.models import Message
from server.messages.service import read_messages
from server.people.models import Person
from server.people.places import Area

BEGINNING = timedelta(days=367)  # ago: people came on
SPAN, EVERY = 90, 9  # days in which wishes are made; between two looks into an inbox
COURSES = {**vars(courses), **vars(courses_desk)}


class CannotSeed(Exception):
    """Says why, to whoever typed the command."""


def seed() -> int:
    """How many wishes there are now. Part of the caller's transaction: all of it, or nothing."""
    if current_app.config["PRODUCTION"]:
        raise CannotSeed("Not with JINLIN_ENV=production: everybody may read these passwords.")
    if db.session.scalar(db.select(Area.id).limit(1)):
        raise CannotSeed("The database is not empty: the demo is not mixed with what is there.")
    last_night = _last_night()
    with clock.at(last_night - BEGINNING):
        places = make_places()
        people = make_people(places)
        db.session.flush()
        wheels.name_the_year(places, people)
        wheels.gather_teams(places, people)
    with clock.at(last_night - BEGINNING):
        tell_the_year(places, people, last_night)
    hang_up(places, people, last_night)
    write_down(places, people)
    play(lives(places, people, last_night), until=last_night)
    return len(stories())


def sign_ins() -> list[tuple[str, str, str]]:
    """Who may sign in with a name and a password: what they are, name, password."""
    return [
        (f"{part.called}（{_office_of(part)}）", part.staff, PASSWORD)
        for part in CAST
        if part.staff
    ]


def _office_of(part: Part) -> str:
    """With the shop, of whoever keeps one: each has a counter of its own to be looked at."""
    role = part.role[0] if part.role else Role.SHOP_KEEPER
    return "，".join([role.label, *(shop.name for shop in SHOPS if shop.keeper == part.key)])


def _last_night() -> datetime:
    """Everything is over by then, so that it does not matter at what time of the day it is told."""
    today = clock.local(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(hours=2)


def lives(places: dict, people: dict, last_night: datetime):
    """When each begins, and what happens in it: wishes, complaints, and people at their inbox."""
    tickets: dict = {}
    for n, story in enumerate(stories()):
        life = Life(story, places, people, tickets, Random(f"{n} {story.wisher}"))
        yield _some_time(story.days_ago, life.random, last_night), COURSES[story.course](life)
    for days_ago, life in feedback.lives(people):
        yield _some_time(days_ago, Random(days_ago), last_night), life
    yield from market_lives(places, people, last_night)
    yield from point_lives(places, people, last_night)
    last = last_friday(last_night)
    for hosted in HOSTED:
        yield begins(last), Fridays(hosted, places, people, last).live()
    for n, person in enumerate(people.values()):
        yield _some_time(SPAN - n % EVERY, Random(n), last_night), _reads(person)


def market_lives(places: dict, people: dict, last_night: datetime):
    """Of the series, of what makes their sessions, of the vehicles, and of a wish for a stall."""
    for n, fair in enumerate(FAIRS):
        life = Round(fair, places, people, last_night).live()
        yield _some_time(7 * fair.weeks + 1, Random(n), last_night), life
    longest = 7 * max(fair.weeks for fair in FAIRS)
    yield _some_time(longest, Random(1), last_night), wheels.generating()
    yield _some_time(longest, Random(2), last_night), wheels.driving(places, people)
    yield _some_time(10, Random(3), last_night), wheels.raining(people)
    yield _some_time(1, Random(4), last_night), wheels.going_to_market(last_night)


def point_lives(places: dict, people: dict, last_night: datetime):
    """Of the schemes and the shops; and of the nights, which are watched over from each evening."""
    trade = Trade(places, people)
    told = (*points.lives(places, people), *trade.lives(), *shops_courses.lives(trade, people))
    for n, (days_ago, life) in enumerate(told):
        soon = last_night - timedelta(minutes=1)
        yield _some_time(days_ago, Random(n), last_night) if days_ago else soon, life
    evening = last_night - timedelta(days=points.YEAR, hours=3)
    yield evening, nights.watch()


def _some_time(days_ago: int, random: Random, last_night: datetime) -> datetime:
    """Between eight in the morning and six in the afternoon."""
    day = clock.local(last_night).replace(hour=8) - timedelta(days=days_ago)
    return day + timedelta(seconds=random.randrange(10 * 3600))


def _reads(person: Person):
    """Their inbox, every so often; so that what is unread is new."""
    newest = db.select(db.func.max(Message.id)).where(Message.person_id == person.id)
    while True:
        read_messages(acting(person), db.session.scalar(newest) or 0)
        yield timedelta(days=EVERY)
