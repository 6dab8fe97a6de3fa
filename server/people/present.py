"""People as staff see them: masked, with the buttons that hold for this person and this actor."""

from sqlalchemy import select

from schemas.people_words import PERSON_FLOW, VOLUNTEER_FLOW
from server.core.db import db
from server.people import me, newcomers, person_rules, rules, standing
from server.people.actor import Actor
from server.people.identities import password_of
from server.people.leaving import place_of
from server.people.models import Person, Residency, RoleGrant, Volunteer, is_live
from server.people.names import masked_name, masked_phone

# What staff may do with an account. Each is asked twice: may they, and does it make sense here.
BUTTONS = {
    "reveal": ("查看姓名和电话", person_rules.reveal_person),
    "grant_role": ("添加角色", person_rules.grant_role),
    "set_real_name": ("登记姓名", person_rules.set_real_name),
    "set_staff_name": ("设登录名和密码", person_rules.set_staff_name),
    "merge": ("合并到另一个账号", person_rules.merge_persons),
    "unmerge": ("撤销合并", person_rules.unmerge_persons),
    "switch_off": (PERSON_FLOW.label("switch_off"), person_rules.switch_off),
    "switch_on": (PERSON_FLOW.label("switch_on"), person_rules.switch_on),
}


def line(person: Person) -> dict:
    return {
        "id": person.id,
        "display_name": person.display_name,
        "real_name_masked": masked_name(person.real_name),
        "phone_masked": masked_phone(person.phone),
        "estate_name": person.estate and person.estate.name,
        "state": person.state,
        "label": person.state.label,
        "merged_into_id": person.merged_into_id,
    }


def found(actor: Actor, rows: list[Person]) -> list[dict]:
    """Lines of a search; a newcomer is opened by the reference that is given here."""
    new = newcomers.among(rows)
    opens = {row.id: newcomers.reference(row, by=actor) for row in rows if row.id in new}
    return [line(row) | {"found": opens.get(row.id)} for row in rows]


def colleague(row: Person) -> dict:
    held = person_rules.offices(row)
    return line(row) | {"offices": [f"{one.role.label} · {place_of(one)}" for one in held]}


def person(actor: Actor, row: Person) -> dict:
    """Of other accounts and homes only those that whoever looks may see."""
    ways = standing.ways_in(row)
    seen = select(Person).where(person_rules.visible_persons(actor)).order_by(Person.id)
    volunteer = select(Volunteer).where(Volunteer.person_id == row.id)
    return line(row) | {
        "merged_into": db.session.scalar(seen.where(Person.id == row.merged_into_id)),
        "aliases": db.session.scalars(seen.where(Person.merged_into_id == row.id)).all(),
        "made_at": row.made_at,
        "signs_in_by": ways,
        "staff_name": _staff_name(actor, row),
        "residencies": _residencies(actor, row),
        "grants": [grant(actor, one) for one in db.session.scalars(me.grants_of(row.id))],
        "volunteer": db.session.scalar(volunteer),
        "actions": _actions(actor, row, ways),
    }


def grant(actor: Actor, row: RoleGrant) -> dict:
    may_end = rules.end_grant(actor, row) and is_live(row)
    return _with(row, GRANT) | {"actions": [END] if may_end else []}


def volunteer(actor: Actor, row: Volunteer) -> dict:
    steps = [step for step in VOLUNTEER_FLOW.actions(row.state) if step != "apply"]
    shown = {name: getattr(row, name) for name in (*SAME, *MOMENTS)}
    return shown | {
        "display_name": row.person.display_name,
        "phone_masked": masked_phone(row.person.phone),
        "area_name": row.area.name,
        "label": row.state.label,
        "actions": _steps(VOLUNTEER_FLOW, steps) if rules.judge_volunteer(actor, row) else [],
    }


SAME = ("id", "person_id", "area_id", "skills", "about", "state", "reason")
MOMENTS = ("applied_at", "judged_at")
GRANT = "id person_id role area unit area_id unit_id since until"
RESIDENCY = "id estate_id estate home relation is_confirmed"
END = {"action": "end", "label": "结束"}
CONFIRM = {"action": "confirm", "label": "确认住在这里"}
LEAVE = {"action": "leave", "label": "已搬走"}


def _residencies(actor: Actor, row: Person) -> list[dict]:
    seen = rules.visible_residencies(actor)
    return [_residency(actor, one) for one in me.live_residencies((row.id,), seen)]


def _residency(actor: Actor, row: Residency) -> dict:
    may_confirm = not row.is_confirmed and rules.confirm_residency(actor, row)
    steps = [CONFIRM] * may_confirm + [LEAVE] * rules.leave_residency(actor, row)
    return _with(row, RESIDENCY) | {"actions": steps}


def _staff_name(actor: Actor, row: Person) -> str | None:
    """To whoever may set it: they keep it when they set a new password."""
    if not person_rules.set_staff_name(actor, row):
        return None
    own = password_of((row.id,))
    return own and own.subject


def _with(row, names: str) -> dict:
    return {name: getattr(row, name) for name in names.split()}


def _actions(actor: Actor, row: Person, ways: list[str]) -> list[dict]:
    possible = {step for step in BUTTONS if standing.why_not(step, row, ways) is None}
    possible -= set(PERSON_FLOW.steps) - set(PERSON_FLOW.actions(row.state))
    return [
        {"action": name, "label": label}
        for name, (label, may) in BUTTONS.items()
        if name in possible and may(actor, row)
    ]


def _steps(flow, steps: list[str]) -> list[dict]:
    return [{"action": step, "label": flow.label(step)} for step in steps]
