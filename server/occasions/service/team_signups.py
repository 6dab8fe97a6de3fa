"""A leader signs up several members at once: each gets a place, or is told why not."""

from schemas.form import Form, line, row_id
from schemas.occasions import SignupState
from server.core.batch import each
from server.core.db import db
from server.core.errors import Malformed
from server.occasions.parts import Post, Signup
from server.occasions.rules import runs
from server.occasions.service import fitness, seats
from server.occasions.service.signups import place
from server.occasions.service.whom import ids_of
from server.people.actor import Actor
from server.people.identities import survivor
from server.people.models import Person
from server.people.service import as_now


class OneForm(Form):
    """One of the batch; the client id is the person's."""

    client_id = line(12)
    person_id = row_id()


def sign_up_team(post: Post, form: dict, *, by: Actor) -> dict:
    """All persons are locked first, in the order of their ids, so that two leaders with the same
    people do not wait for each other."""
    seats.must_be_open(post.session)
    ids = list(dict.fromkeys(form["person_ids"]))
    as_now(*ids)
    vouched = runs(by, post.session.area.path)

    def take(one: dict):
        signup = _one(post, one["person_id"], form["team_id"], vouched=vouched, by=by)
        return "accepted", signup

    items = [{"client_id": str(person_id), "person_id": person_id} for person_id in ids]
    answers = each(items, OneForm(), take)
    return {"items": [_answer(*pair) for pair in zip(ids, answers, strict=True)]}


def _one(post: Post, person_id: int, team_id: int, *, vouched: bool, by: Actor) -> Signup:
    person = db.session.get(Person, person_id)
    if person is None:
        raise Malformed("不是这支队的队员")
    person = survivor(person.id)
    fitness.must_belong(team_id, ids_of(person))
    signup = place(post, person, {"team_id": team_id}, by=by, vouched=vouched)
    if person.id not in by.ids:
        seats.tell_signed_up(signup, post, by=by)
    return signup


def _answer(person_id: int, answer: dict) -> dict:
    """A name only of whoever got a place: of others nobody said that they belong here."""
    signup = db.session.get(Signup, answer["id"]) if "id" in answer else None
    state: SignupState | None = signup and signup.state
    return {
        "person_id": person_id,
        "person_name": signup and signup.person.display_name,
        "status": answer["status"],
        "state": state,
        "state_label": state and state.label,
        "detail": answer.get("detail"),
    }
