"""Two accounts become one, or two again; somebody closes theirs. The ledger is not rewritten: a
purse keeps its name, and all purses of a person are one."""

from sqlalchemy import select, update

from schemas.people_words import PersonState
from schemas.points_words import GrantState
from server.core.db import db
from server.core.jobs import defer
from server.core.moves import move
from server.people import upward
from server.people.models import Person
from server.points.earning import Award, Debt, Grant

FORGOTTEN = "（已删除）"


@upward.when_merged
def cap_anew(person: Person, keeper: Person, *, by) -> None:
    """Caps fall on what both have earned, together or apart: by a job, which holds the purses."""
    query = select(Award.scheme_id, Award.earned_on).where(Award.person_id == person.id)
    months = {(scheme_id, on.replace(day=1)) for scheme_id, on in db.session.execute(query)}
    for scheme_id, day in sorted(months):
        known = {"scheme_id": scheme_id, "day": day.isoformat()}
        for id in (person.id, keeper.id):
            defer("points.settle_month", person_id=id, **known)


@upward.when_merged
def settle_up(person: Person, keeper: Person, *, by) -> None:
    """What one of them owes is paid out of what the other has, in the same way."""
    owing = Debt.person_id.in_([person.id, keeper.id]), Debt.left > 0
    for scheme_id in db.session.scalars(select(Debt.scheme_id).where(*owing).distinct()):
        defer("points.settle_up", scheme_id=scheme_id, person_id=keeper.id)


@upward.when_gone
def forget_grants(person: Person, *, roles, by) -> None:
    """Whoever closed their account gets no more; amounts stay, words about them do not. What is in
    the purse can be spent by nobody and expires."""
    if person.state is not PersonState.CLOSED:
        return
    asked = Grant.person_id == person.id, Grant.state == GrantState.ASKED
    open_ones = select(Grant).where(*asked).order_by(Grant.id).with_for_update(key_share=True)
    for grant in db.session.scalars(open_ones.execution_options(populate_existing=True)):
        move(grant, "decline", by=by)
    named = update(Grant).where(Grant.person_id == person.id)
    db.session.execute(named.values(words=FORGOTTEN, answer=None))
