"""Who is asking: reads the bearer token once per request, and asks the database once."""

from flask import Flask, g, request
from sqlalchemy import Date, and_, bindparam, exists, func, literal_column, or_, select
from sqlalchemy.orm import aliased

from schemas.people_words import PersonState, Role
from server.core import clock
from server.core.db import db
from server.core.errors import Refusal
from server.people.actor import Actor, Grant
from server.people.models import Identity, Person, RoleGrant
from server.people.places import Area
from server.people.sign_ins import SignIn
from server.people.tokens import TokenExpired, read_token


class SignedOut(Refusal):
    status, code, title, detail = 401, "signed_out", "您已退出登录", "请重新登录"


class SwitchedOff(Refusal):
    status, code, title = 401, "switched_off", "账号已停用"
    detail = "如有疑问，请联系社区工作人员"


class FirstPassword(Refusal):
    """Whoever set the password must not act as its owner."""

    status, code, title = 403, "must_change_password", "请先修改密码"
    detail = "这个密码是管理员设的，请先改成您自己的密码"


OPEN_BEFORE = "show_me", "change_password", "sign_out", "sign_out_everywhere"

# One statement. Who signed in as a person that was merged since is the person who survived.
came_as, merged = aliased(Person), aliased(Person)
today = bindparam("today", type_=Date)
GRANTS = (
    select(func.json_agg(func.json_build_array(RoleGrant.role, Area.path, RoleGrant.unit_id)))
    .join(Area, Area.id == RoleGrant.area_id)
    .where(RoleGrant.person_id == Person.id, RoleGrant.since <= today)
    .where(or_(RoleGrant.until.is_(None), RoleGrant.until > today))
    .correlate(Person)
    .scalar_subquery()
)
ALIASES = (
    select(func.coalesce(func.array_agg(merged.id), literal_column("'{}'::int[]")))
    .where(merged.merged_into_id == Person.id)
    .correlate(Person)
    .scalar_subquery()
)
FIRST_PASSWORD = and_(
    SignIn.way == "password",
    exists().where(Identity.person_id == came_as.id, Identity.must_change).correlate(came_as),
)
WHO = (
    select(
        SignIn.ended_at,
        FIRST_PASSWORD.label("has_first_password"),
        Person.id,
        Person.display_name,
        Person.state,
        came_as.state.label("came_as_state"),
        Person.session_version,
        Person.estate_id,
        GRANTS.label("grants"),
        ALIASES.label("aliases"),
    )
    .select_from(SignIn)
    .join(came_as, came_as.id == SignIn.person_id)
    .join(Person, Person.id == func.coalesce(came_as.merged_into_id, came_as.id))
    .where(SignIn.id == bindparam("sign_in_id"))
)


def register_session(app: Flask) -> None:
    @app.before_request
    def remember_actor():
        g.actor = g.why_nobody = None
        sent = request.authorization
        if sent and sent.type == "bearer":
            try:
                g.actor = identify(sent.token or "")
                refuse_first_password(g.actor)
            except Refusal as refusal:  # raised by the road, where somebody is needed
                g.actor, g.why_nobody = None, refusal


def refuse_first_password(actor: Actor) -> None:
    """Until it is changed, it opens nothing but what is needed to change it."""
    opened = (f"people.{operation}" for operation in OPEN_BEFORE)
    if actor.has_first_password and request.endpoint not in opened:
        raise FirstPassword


def identify(token: str) -> Actor:
    """Who holds this token, as the database knows them now; or why they are nobody."""
    claims = read_token(token)
    known = {"sign_in_id": claims.sign_in_id, "today": clock.today()}
    found = db.session.execute(WHO, known).one_or_none()
    if found is None or found.ended_at:
        raise SignedOut
    if found.id != claims.person_id:  # merged meanwhile: a new token will name who they are now
        raise TokenExpired
    if found.session_version != claims.session_version:
        raise SignedOut
    if {found.state, found.came_as_state} != {PersonState.ACTIVE}:
        raise SwitchedOff
    return Actor(
        id=found.id,
        name=found.display_name,
        grants=tuple(Grant(Role(role), *where) for role, *where in found.grants or ()),
        estate_id=found.estate_id,
        session_id=claims.sign_in_id,
        aliases=tuple(found.aliases),
        has_first_password=found.has_first_password,
    )
