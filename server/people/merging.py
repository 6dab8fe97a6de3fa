"""Two accounts of one person: one becomes an alias of the other. Nothing is rewritten, so that
undoing it is taking the alias away."""

from sqlalchemy import select, true

from schemas.people_words import Role, VolunteerState
from server.core import audit, clock
from server.core.db import db
from server.core.errors import Malformed, NotAllowed, Refusal
from server.people import granting, person_rules, standing, upward
from server.people.actor import Actor
from server.people.models import Person, Volunteer
from server.people.sign_in import sign_out_everywhere


class CannotMerge(Refusal):
    """An alias is one step long: each request resolves it in its one statement."""

    code, title = "cannot_merge", "这两个账号不能合并"
    detail = "其中一个已经合并过，请先撤销原来的合并"


def merge_persons(person: Person, into_id: int, *, by: Actor) -> Person:
    """By a desk: an account that nobody signs in to, into one of the same neighbourhood."""
    seen = person_rules.visible_persons(by)
    person, keeper = lock_both(person.id, into_id, seen)
    if not person_rules.merge_persons(by, keeper):
        raise NotAllowed
    standing.possible("merge", person)
    join(person, keeper, by=by)
    words = f"{by.name}把代为登记的“{person.display_name}”并到了您的账号，记录都在“我的”里。"
    tell(keeper, "账号已合并", f"{words}如果不是您，请告诉社区。")
    return person


def unmerge_persons(person: Person, *, by: Actor) -> Person:
    """Both are signed out everywhere, for nobody can tell which device is whose: each comes back as
    who they are."""
    standing.possible("unmerge", person)
    keeper = db.session.get_one(Person, person.merged_into_id)
    if refusal := standing.why_not_keep(keeper, ()):
        raise refusal
    audit.record("unmerge_persons", person, by=by, into_id=keeper.id)
    sign_out_everywhere(keeper, "unmerged")
    person.merged_into_id = None
    _end_carried(keeper, by=by)
    db.session.flush()
    upward.tell_merged(person, keeper, by=by)
    for one in (person, keeper):
        tell(one, "账号已分开", f"{by.name}撤销了账号合并，两个账号各归各的，请重新登录。")
    return person


def _end_carried(keeper: Person, *, by: Actor) -> None:
    """The role of a volunteer that came with the other account goes with it."""
    confirmed = Volunteer.person_id == keeper.id, Volunteer.state == VolunteerState.CONFIRMED
    if db.session.scalar(select(Volunteer.id).where(*confirmed)) is None:
        for grant in keeper.live_grants:
            if grant.role is Role.VOLUNTEER:
                granting.end_grant(grant, by=by)


def lock_both(person_id: int, into_id: int, seen=None) -> tuple[Person, Person]:
    """Locked in the order of their ids, so that two merges crosswise do not deadlock."""
    pair = select(Person).where(
        Person.id.in_((person_id, into_id)), true() if seen is None else seen
    )
    locked = pair.order_by(Person.id).with_for_update(key_share=True, of=Person)
    found = db.session.scalars(locked.execution_options(populate_existing=True)).all()
    known = {person.id: person for person in found}
    if len(known) < 2:
        raise Malformed(into_id="请选择另一个账号")
    return known[person_id], known[into_id]


def join(person: Person, keeper: Person, *, by: Actor) -> None:
    """Both are locked and may be put together, as far as they are single."""
    if refusal := standing.why_not_keep(keeper, standing.ways_in(keeper)):
        raise refusal
    if has_aliases(person):
        raise CannotMerge
    person.merged_into_id = keeper.id
    audit.record("merge_persons", person, by=by, into_id=keeper.id)
    db.session.flush()
    upward.tell_merged(person, keeper, by=by)


def has_aliases(person: Person) -> bool:
    alias = select(Person.id).where(Person.merged_into_id == person.id).limit(1)
    return db.session.scalar(alias) is not None


def tell(person: Person, title: str, words: str) -> None:
    reason = f"merge:{person.id}:{clock.now():%Y%m%d%H%M%S%f}"
    upward.tell(person.id, title, words, reason=reason)
