"""Roles: given by whoever administers the area, ended and never deleted."""

from sqlalchemy import select

from schemas.people_words import FACE_OF
from server.core import audit, clock
from server.core.db import db
from server.core.errors import Malformed, NotAllowed, Refusal
from server.people import leaving, me, rules, standing, upward
from server.people.actor import Actor
from server.people.models import Person, RoleGrant
from server.people.places import Area, Unit


class HeldAlready(Refusal):
    code, title, detail = "held_already", "已经有这个角色", "不用再添加；要改期限请先结束旧的"


def grant_role(person: Person, form: dict, *, by: Actor) -> RoleGrant:
    area = db.session.get(Area, form["area_id"])
    if area is None:
        raise Malformed(area_id="没有这个地方")
    if not rules.may_grant_in(by, area):
        raise NotAllowed
    standing.possible("grant_role", person)
    _check(area, form)
    same = {"person_id": person.id, **{name: form[name] for name in ("role", "area_id", "unit_id")}}
    if db.session.scalar(select(RoleGrant.id).filter_by(**same).where(me.live(RoleGrant))):
        raise HeldAlready
    grant = RoleGrant(until=form["until"], granted_by_id=by.id, **same)
    db.session.add(grant)
    db.session.flush()
    audit.record("grant_role", grant, by=by, person_id=person.id, role=grant.role)
    _tell_given(grant, by=by)
    return grant


def end_grant(grant: RoleGrant, *, by: Actor) -> RoleGrant:
    """From today without it; what was done with it stays."""
    if grant.until is None or grant.until > clock.today():
        grant.until = clock.today()
        db.session.flush()
        leaving.leave_roles([grant], by=by)
        audit.record("end_grant", grant, by=by, person_id=grant.person_id, role=grant.role)
    return grant


def _tell_given(grant: RoleGrant, *, by: Actor) -> None:
    """Nothing else shows a new colleague that they are one, nor where the work is."""
    role, place = grant.role.label, leaving.place_of(grant)
    until = grant.until and f"，{grant.until.month} 月 {grant.until.day} 日起不再有效"
    where = f"打开「我的」，在「您现在用的身份」里点「{FACE_OF[grant.role].label}」，就能开始办事。"
    words = f"{by.name}让您在{place}当「{role}」{until or ''}。{where}"
    words = f"{words}如果您不知道这件事，请告诉社区。"
    upward.tell(grant.person_id, f"您现在是「{role}」了", words, reason=f"role:{grant.id}")


def _check(area: Area, form: dict) -> None:
    if form["until"] and form["until"] <= clock.today():
        raise Malformed(until="请选择今天以后的日子")
    if form["unit_id"]:
        unit = db.session.get(Unit, form["unit_id"])
        if unit is None or not unit.area.path.startswith(area.path):
            raise Malformed(unit_id="这里没有这个单位")
