"""The scene of the permission table: a scheme with everything in it, of the actor's community or of
another one. `own`: the award is theirs; `other`, `elsewhere`: a neighbour's, a stranger's."""

from datetime import date
from itertools import count

from schemas.people_words import Role
from schemas.points_words import DonorKind
from server.core.db import db
from server.people.models import Person
from server.points.earning import Award, Donor
from server.points.service import awards
from tests import make, make_points

_serial = count(1)


def actor(role: str, here) -> Person | None:
    """Everybody lives here, so that being at home is not what lets them in."""
    if role == "nobody":
        return None
    person = make.person("小郑", estate=make.estate(of=here))
    if role != "resident":
        unit = make.unit(at=here) if role == "unit_officer" else None
        make.grant(person, Role(role), here, unit_id=unit and unit.id)
    return person


def rows(relation: str, who: Person | None, here) -> dict:
    """The ids that paths and forms may name."""
    area = make.community("城东社区") if relation == "elsewhere" else here
    estate = make.estate(of=area)
    neighbour = make.person("陈阿姨", estate=estate)
    scheme = make_points.scheme(area)
    make_points.rule(scheme)
    pool = make_points.pool(scheme, 100)
    subject = next(_serial)
    make_points.promised(pool, subject, units=40)
    person = who if relation == "own" and who else neighbour
    awards.award(scheme.id, make_points.served(person, 4, subject))
    giver = make.saved(Donor(scheme_id=scheme.id, kind=DonorKind.CITIZEN, name="一位邻居"))
    return {
        "scheme_id": scheme.id,
        "estate": estate.id,
        "pool_id": pool.id,
        "empty_pool": make_points.pool(scheme, 0, "空池").id,
        "donor_id": giver.id,
        "grant_id": make_points.asked(pool, neighbour, 5).id,
        "person_id": neighbour.id,
        "award_id": db.session.query(Award).filter_by(person_id=person.id).one().id,
        "later": date(2099, 1, 1).isoformat(),
    }
