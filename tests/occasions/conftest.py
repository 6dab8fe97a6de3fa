"""The door of a market day that began at nine."""

import pytest

from schemas.people_words import Role
from server.core.db import db
from tests import make
from tests import make_occasions as occasions
from tests.occasions.at_the_door import AtTheDoor
from tests.occasions.places import Places

PERSONS = "/api/people/persons"


@pytest.fixture
def door(clock, post):
    return AtTheDoor(post)


@pytest.fixture
def places(clock, post):
    return Places(post)


# ---- two accounts of one person: `merge()` and `merge("unmerge")`


@pytest.fixture
def worker(door):
    return door.worker()


@pytest.fixture
def old(door, worker):
    """Written down by the desk, with a place and a card."""
    person = make.person("陈伯", estate=door.session.area, made_by_id=worker.id)
    make.grant(person, Role.VOLUNTEER, door.session.area)
    occasions.signup(person, occasions.post(door.session))
    return person


@pytest.fixture
def new(door):
    person = make.person("陈伯伯", estate=door.session.area)
    make.grant(person, Role.VOLUNTEER, door.session.area)
    return person


@pytest.fixture
def merge(post, worker, old, new):
    def merge(step="merge"):
        form = {"into_id": new.id} if step == "merge" else {}
        by = worker if step == "merge" else make.staff(Role.ADMINISTRATOR, old.estate)
        answer = post(f"{PERSONS}/{old.id}/{step}", by=by, **form)
        assert answer.status_code == 200, answer.text
        db.session.expire_all()

    return merge
