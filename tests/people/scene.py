"""The scene of the permission table: one actor, and a row of each kind, theirs, here or elsewhere.

`here` is the community in whose subtree the actor holds the role; `elsewhere` is another one."""

from schemas.people_words import PersonState, Purpose, Relation, Role
from server.people.models import Consent, Person, Residency, RoleGrant, Volunteer
from server.people.newcomers import reference
from server.people.places import Hotline, Notice
from tests import make


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
    person = who if relation == "own" and who else make.person("陈阿姨", estate=estate)
    neighbour = make.person("林伯", estate=make.estate(of=here))
    ids = {"area_id": area.id, "community": area.id, "estate": estate.id, "person_id": person.id}
    ids |= {"neighbour": neighbour.id, "residency_id": _residency(person, estate)}
    ids |= {"consent_id": _consent(person), "volunteer_id": _volunteer(person, area)}
    ids |= {"unit_id": make.unit(at=area).id}
    ids |= {"notice_id": _notice(area, neighbour), "hotline_id": _hotline(area)}
    return ids | {"grant_id": _grant(person, area), "found": _newcomer(who)}


def prepare(operation: str, ids: dict) -> None:
    """What must be so before the operation makes sense."""
    person = make.db.session.get(Person, ids["person_id"])
    if operation == "switch_on":
        person.state = PersonState.OFF
    if operation == "unmerge_persons":
        person.merged_into_id = ids["neighbour"]
    if operation == "merge_persons":
        person.made_by_id = ids["neighbour"]
    if operation == "apply_as_volunteer":
        make.db.session.execute(make.db.delete(Volunteer))
    if operation not in ("end_grant", "set_staff_name"):  # an office they need; else one too many
        wanted = make.db.delete(RoleGrant).where(RoleGrant.id == ids["grant_id"])
        make.db.session.execute(wanted)
    make.db.session.commit()


def _newcomer(finder: Person | None) -> str:
    """As the search by their number says it to the actor."""
    came = make.person("近邻居民", estate=False, phone="13859740077")
    return reference(came, by=finder or came)


def _residency(person, estate) -> int:
    living = {"estate_id": estate.id, "relation": Relation.OWNER}
    return make.saved(Residency(person_id=person.id, **living)).id


def _consent(person) -> int:
    said = {"purpose": Purpose.PHOTO, "version": "2026-03", "channel": "app"}
    return make.saved(Consent(person_id=person.id, **said)).id


def _volunteer(person, area) -> int:
    return make.saved(Volunteer(person_id=person.id, area_id=area.id, skills=[], about="")).id


def _notice(area, by) -> int:
    words = {"title": "停水通知", "body": "明早停水"}
    return make.saved(Notice(area_id=area.id, published_by_id=by.id, **words)).id


def _hotline(area) -> int:
    words = {"label": "物业", "phone": "0595-23522120", "hours": "", "position": 1}
    return make.saved(Hotline(area_id=area.id, **words)).id


def _grant(person, area) -> int:
    return make.grant(person, Role.SHOP_KEEPER, area).id
