"""Fills an empty database: the same day gives the same Dehua, keys and tokens aside."""

from datetime import datetime, timedelta
from random import Random

from flask import current_app

from server.core import clock
from server.core.db import db
from server.demo import courses, courses_desk
from server.demo.board import hang_up
from server.demo.cast import CAST, PASSWORD
from server.demo.people import make_people
from server.demo.places import make_places
from server.demo.script import stories
from server.demo.stage import play
from server.demo.story import Life, Story
from server.people.places import Area

BEGINNING = timedelta(days=200)  # ago: people came on
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
    hang_up(places, people, last_night)
    play(lives(places, people, last_night), until=last_night)
    return len(stories())


def sign_ins() -> list[tuple[str, str, str]]:
    """Who may sign in with a name and a password: what they are, name, password."""
    offices = [part for part in CAST if part.staff]
    return [(f"{part.name}（{part.role[0].label}）", part.staff, PASSWORD) for part in offices]


def _last_night() -> datetime:
    """Everything is over by then, so that it does not matter at what time of the day it is told."""
    today = clock.local(clock.now()).replace(hour=0, minute=0, second=0, microsecond=0)
    return today - timedelta(hours=2)


def lives(places: dict, people: dict, last_night: datetime):
    tickets: dict = {}
    for n, story in enumerate(stories()):
        life = Life(story, places, people, tickets, Random(f"{n} {story.card}"))
        yield _beginning(story, life.random, last_night), COURSES[story.course](life)


def _beginning(story: Story, random: Random, last_night: datetime) -> datetime:
    """Some time between eight in the morning and six in the afternoon."""
    day = clock.local(last_night).replace(hour=8) - timedelta(days=story.days_ago)
    return day + timedelta(seconds=random.randrange(10 * 3600))
