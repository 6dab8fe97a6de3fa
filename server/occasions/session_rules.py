"""Who may do what with series, sessions and the days off of a year."""

from schemas.people_words import Role
from server.occasions.models import Series, Session
from server.occasions.rules import runs, runs_series, runs_session, runs_somewhere
from server.people.actor import Actor
from server.people.tree import top_area

list_series = preview_series = runs_somewhere
show_series = preview_change = change_series = end_series = runs_series
publish_session = change_session = call_off_session = end_session = runs_session
drop_session = plan_again = copy_from = print_session_poster = runs_session


def make_series(actor: Actor, form: dict) -> bool:
    """In which area is said in the form; the service looks whether it is theirs."""
    return runs_somewhere(actor)


make_session = make_series


def publish_month(actor: Actor, sessions, form: dict) -> bool:
    """Of those that are planned whoever runs no area there sees none."""
    return runs_somewhere(actor)


def signed_in(actor: Actor, *_) -> bool:
    return True


list_days = signed_in


def set_day(actor: Actor, form: dict) -> bool:
    """The days off are those of the whole deployment."""
    return actor.holds(Role.ADMINISTRATOR, at=top_area().path)


remove_day = import_days = set_day


def may_step(actor: Actor | None, row: Series | Session) -> bool:
    """Every step of a series or a session is the desk's."""
    return runs(actor, row.area.path)
