"""Two accounts of one person: one becomes an alias of the other. Nothing is rewritten, so that
undoing it is taking the alias away."""

from sqlalchemy import select

from server.core import audit
from server.core.db import db
from server.core.errors import Malformed, NotAllowed, Refusal
from server.people import rules
from server.people.actor import Actor
from server.people.models import Person
from server.people.sign_in import sign_out_everywhere


class CannotMerge(Refusal):
    """An alias is one step long: each request resolves it in its one statement."""

    code, title = "cannot_merge", "这两个账号不能合并"
    detail = "其中一个已经合并过，请先撤销原来的合并"


class NotMerged(Refusal):
    code, title, detail = "not_merged", "这个账号没有合并过", "请刷新后再看"


def merge_persons(person: Person, into_id: int, *, by: Actor) -> Person:
    person, target = _both(person.id, into_id, by)
    if person.merged_into_id or target.merged_into_id or _has_aliases(person):
        raise CannotMerge
    person.merged_into_id = target.id
    audit.record("merge_persons", person, by=by, into_id=target.id)
    return person


def unmerge_persons(person: Person, *, by: Actor) -> Person:
    """Both are signed out everywhere, for nobody can tell which device is whose: each comes back as
    who they are."""
    if person.merged_into_id is None:
        raise NotMerged
    audit.record("unmerge_persons", person, by=by, into_id=person.merged_into_id)
    sign_out_everywhere(db.session.get_one(Person, person.merged_into_id), "unmerged")
    person.merged_into_id = None
    return person


def _both(person_id: int, into_id: int, by: Actor) -> tuple[Person, Person]:
    """Locked in the order of their ids, so that two merges crosswise do not deadlock."""
    pair = select(Person).where(Person.id.in_((person_id, into_id)), rules.visible_persons(by))
    locked = pair.order_by(Person.id).with_for_update(key_share=True, of=Person)
    found = db.session.scalars(locked.execution_options(populate_existing=True)).all()
    known = {person.id: person for person in found}
    if len(known) < 2:
        raise Malformed(into_id="请选择另一个账号")
    if not rules.merge_persons(by, known[into_id]):
        raise NotAllowed
    return known[person_id], known[into_id]


def _has_aliases(person: Person) -> bool:
    alias = select(Person.id).where(Person.merged_into_id == person.id).limit(1)
    return db.session.scalar(alias) is not None
