"""Who reads figures: the desk, administrators and viewers, over what lies below them."""

from schemas.people_words import DESK, Role
from server.occasions.models import Session
from server.people.actor import Actor, within
from server.people.tree import area_path

READERS = (*DESK, Role.ADMINISTRATOR, Role.VIEWER)


def show_market_month(actor: Actor, form: dict) -> bool:
    return actor.holds(*READERS, at=area_path(form["area_id"]))


def list_market_rows(actor: Actor, query, form: dict) -> bool:
    return show_market_month(actor, form)


def visible_rows(actor: Actor):
    return within(Session.area_id, actor.paths(*READERS))
