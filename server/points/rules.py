"""Who may do what about points. Nobody types in what the ledger knows: staff fund and agree."""

from sqlalchemy import ColumnElement, and_, exists, false, func, or_, select
from sqlalchemy.orm import aliased

from schemas.people_words import DESK, PersonState, Role
from schemas.points_words import GrantState
from server.people.actor import Actor, within
from server.people.models import Person, RoleGrant
from server.people.person_rules import visible_persons
from server.people.places import Area
from server.people.service import ends_after_today
from server.people.tree import ids_in
from server.points import names
from server.points.earning import Award, Grant, Pool
from server.points.models import Account, Scheme

KEEPERS = (Role.COMMUNITY_STAFF, Role.ADMINISTRATOR)  # they take in what is given, and set rates
DESKS = (*DESK, Role.ADMINISTRATOR)
READERS = (*DESKS, Role.VIEWER, Role.AUDITOR)


def signed_in(actor: Actor, *_) -> bool:
    return True


list_purses = list_entries = list_awards = signed_in

# ---- schemes


def visible_schemes(actor: Actor) -> ColumnElement[bool]:
    """Above where they live or have a role, below where they work, and where they have a purse."""
    above = {area_id for grant in actor.grants for area_id in ids_in(grant.path)}
    home = aliased(Area)
    ways_up = select(Area.id).join(home, home.path.startswith(Area.path))
    return or_(
        Scheme.area_id.in_(above),
        Scheme.area_id.in_(ways_up.where(home.id == actor.estate_id)),
        within(Scheme.area_id, actor.paths(*READERS)),
        has_purse(actor.ids),
    )


def has_purse(ids: tuple[int, ...]) -> ColumnElement[bool]:
    """Of a scheme: one of these had something there once. Schemes are few, accounts many."""
    own = Account.name.in_([names.purse(id) for id in ids])
    return exists().where(Account.scheme_id == Scheme.id, own)


def desk_schemes(actor: Actor) -> ColumnElement[bool]:
    """Of the areas where they are at the desk, of those above and below."""
    paths = actor.paths(*DESK)
    above = {area_id for path in paths for area_id in ids_in(path)}
    return or_(Scheme.area_id.in_(above), within(Scheme.area_id, paths))


list_schemes = show_scheme = list_rules = signed_in


def make_scheme(actor: Actor, form: dict) -> bool:
    """In which area is said in the form; the service looks whether it is theirs."""
    return actor.holds(*KEEPERS)


def keeps(actor: Actor, scheme: Scheme, form=None) -> bool:
    return actor.holds(*KEEPERS, at=scheme.area.path)


change_scheme = make_pool = make_donor = make_rule = keeps


def reads(actor: Actor, scheme: Scheme, form=None) -> bool:
    """Whoever works there, above or below: who publishes a session below says out of which pool."""
    paths, here = actor.paths(*READERS), scheme.area.path
    return any(here.startswith(path) or path.startswith(here) for path in paths)


list_pools = list_donors = list_fundings = reads


def list_paying_pools(actor: Actor, *_) -> bool:
    return actor.holds(*READERS)


def paying_pools(actor: Actor) -> ColumnElement[bool]:
    """Of the schemes of which they read the pools, as long as they are open."""
    paths = actor.paths(*READERS)
    above = {area_id for path in paths for area_id in ids_in(path)}
    read = or_(Scheme.area_id.in_(above), within(Scheme.area_id, paths))
    return and_(Pool.closed_on.is_(None), Pool.scheme.has(read))


def preview_rule(actor: Actor, form: dict) -> bool:
    return actor.holds(*KEEPERS)


# ---- pools


def visible_pools(actor: Actor) -> ColumnElement[bool]:
    return Pool.scheme.has(visible_schemes(actor))


def keeps_pool(actor: Actor, pool: Pool, form=None) -> bool:
    return keeps(actor, pool.scheme)


close_pool = fund_pool = pay_tickets = keeps_pool

# ---- grants


def at_desk(actor: Actor, scheme: Scheme, form=None) -> bool:
    return actor.holds(*DESKS, at=scheme.area.path)


ask_grant = at_desk


def visible_grants(actor: Actor) -> ColumnElement[bool]:
    """At the desk of the scheme; auditors and those above look at what was agreed to."""
    return Grant.scheme.has(within(Scheme.area_id, actor.paths(*READERS)))


def list_grants(actor: Actor, *_) -> bool:
    return actor.holds(*READERS)


def works_at_desk(actor: Actor, *_) -> bool:
    return actor.holds(*DESKS)


def show_grant(actor: Actor, grant: Grant) -> bool:
    return True  # visibility has said it


def own_grants(actor: Actor) -> ColumnElement[bool]:
    """What has moved their points; what was declined never did."""
    return and_(Grant.person_id.in_(actor.ids), Grant.state == GrantState.APPROVED)


show_own_grant = signed_in


def reads_words(actor: Actor, grant: Grant) -> bool:
    """Why may say something about a person: for the desk, and for whoever checks it."""
    return actor.holds(*DESKS, Role.AUDITOR, at=grant.scheme.area.path)


def approve_grant(actor: Actor, grant: Grant, form=None) -> bool:
    """That it must be a second person is a refusal of its own, which says who."""
    return at_desk(actor, grant.scheme)


decline_grant = approve_grant

# ---- what others have


def visible_holders(actor: Actor) -> ColumnElement[bool]:
    return holders(actor, *DESK)


def holders(actor: Actor, *roles: Role) -> ColumnElement[bool]:
    """Who lives where the actor has one of the roles or was written down by them, has a role there
    themselves, or has had points there."""
    paths = actor.paths(*roles)
    if not paths:
        return false()
    here = Scheme.id == Account.scheme_id, within(Scheme.area_id, paths)
    holds = Account.name == func.concat("person:", Person.id)
    serves = RoleGrant.person_id == Person.id, ends_after_today()
    known = or_(
        visible_persons(actor),
        exists().where(*serves, within(RoleGrant.area_id, paths)),
        exists().where(holds, *here),
    )
    return and_(Person.state != PersonState.CLOSED, known)


def list_purses_of(actor: Actor, person: Person, form=None) -> bool:
    return actor.holds(*DESK)


list_entries_of = print_statement_of = list_purses_of


def visible_awards(actor: Actor) -> ColumnElement[bool]:
    """One's own, and at the desk whatever stands on a statement that is read there."""
    there = Award.scheme_id.in_(select(Scheme.id).where(desk_schemes(actor)))
    theirs = exists().where(Person.id == Award.person_id, visible_holders(actor))
    return or_(Award.person_id.in_(actor.ids), and_(there, theirs))


def own_awards(actor: Actor) -> ColumnElement[bool]:
    return Award.person_id.in_(actor.ids)


show_award = signed_in
