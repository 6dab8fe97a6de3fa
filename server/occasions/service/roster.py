"""What a scanner holds while it is offline: who signed up, by masked names. No key, no number."""

from sqlalchemy import select

from schemas.occasions import SEATED
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Post, Signup
from server.occasions.service.bearers import bearer
from server.people.models import Person
from server.people.names import masked_name


def list_roster(session: Session) -> list[dict]:
    query = (
        select(Person.id, Person.display_name, Post.label, Signup.walk_in)
        .select_from(Signup)
        .join(Person, Person.id == bearer(Signup.person_id))
        .join(Post, Post.id == Signup.post_id)
        .where(Signup.session_id == session.id, Signup.state.in_(SEATED))
        .order_by(Signup.id)
    )
    return [
        {"person_id": id, "person_name": masked_name(name), "post_label": label, "walk_in": walk_in}
        for id, name, label, walk_in in db.session.execute(query)
    ]
