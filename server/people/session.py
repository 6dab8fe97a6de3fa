"""Who is asking: reads the bearer token once per request, and asks the database once."""

from flask import Flask, g, request
from sqlalchemy import Date, and_, bindparam, exists, func, literal_column, or_, select

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

# One statement, of tables and not of mapped classes: every request runs it. Who signed in as a
# person that was merged since is the person who survived.
sign_ins, areas, identities = SignIn.__table__, Area.__table__, Identity.__table__
persons, grants = Person.__table__, RoleGrant.__table__
came_as, merged = persons.alias("came_as"), persons.alias("merged")
today = bindparam("today", type_=Date)
GRANTS = (
    select(func.json_agg(func.json_build_array(grants.c.role, areas.c.path, grants.c.unit_id)))
    .join(areas, areas.c.id == grants.c.area_id)
    .where(grants.c.person_id == persons.c.id, grants.c.since <= today)
    .where(or_(grants.c.until.is_(None), grants.c.until > today))
    .correlate(persons)
    .scalar_subquery()
)
ALIASES = (
    select(func.coalesce(func.array_agg(merged.c.id), literal_column("'{}'::int[]")))
    .where(merged.c.merged_into_id == persons.c.id)
    .correlate(persons)
    .scalar_subquery()
)
FIRST_PASSWORD = and_(
    sign_ins.c.way == "password",
    exists().where(identities.c.person_id == came_as.c.id, identities.c.must_change),
)
WHO = (
    select(
        FIRST_PASSWORD.label("has_first_password"),
        persons.c.id,
        persons.c.display_name,
        and_(*(one.c.state == PersonState.ACTIVE for one in (persons, came_as))).label("is_active"),
        persons.c.session_version,
        persons.c.estate_id,
        GRANTS.label("grants"),
        ALIASES.label("aliases"),
    )
    .select_from(sign_ins)
    .join(came_as, came_as.c.id == sign_ins.c.person_id)
    .join(persons, persons.c.id == func.coalesce(came_as.c.merged_into_id, came_as.c.id))
    .where(sign_ins.c.id == bindparam("sign_in_id"), sign_ins.c.ended_at.is_(None))
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
    if found is None:
        raise SignedOut
    if found.id != claims.person_id:  # merged meanwhile: a new token will name who they are now
        raise TokenExpired
    if found.session_version != claims.session_version:
        raise SignedOut
    if not found.is_active:
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
