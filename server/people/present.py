"""People as staff see them: masked, with the buttons that hold for this person and this actor."""

from sqlalchemy import select

from schemas.people_words import PERSON_FLOW, VOLUNTEER_FLOW
from server.core.db import db
from server.people import me, rules
from server.people.actor import Actor
from server.people.models import Identity, Person, Volunteer
from server.people.names import masked_name, masked_phone

# What is no step of a flow. "unmerge" stands for "merge" where somebody was merged.
BUTTONS = {
    "reveal": ("查看姓名和电话", rules.reveal_person),
    "grant_role": ("添加角色", rules.grant_role),
    "set_staff_name": ("设登录名和密码", rules.set_staff_name),
    "merge": ("合并到另一个账号", rules.merge_persons),
    "unmerge": ("撤销合并", rules.unmerge_persons),
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
    }


def person(actor: Actor, row: Person) -> dict:
    kinds = select(Identity.kind).where(Identity.person_id == row.id).order_by(Identity.id)
    return line(row) | {
        "merged_into_id": row.merged_into_id,
        "made_at": row.made_at,
        "signs_in_by": db.session.scalars(kinds).all(),
        "residencies": me.live_residencies((row.id,)),
        "grants": db.session.scalars(me.grants_of(row.id)).all(),
        "volunteer": db.session.scalar(select(Volunteer).where(Volunteer.person_id == row.id)),
        "actions": _actions(actor, row),
    }


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


def _actions(actor: Actor, row: Person) -> list[dict]:
    steps = PERSON_FLOW.actions(row.state) if rules.administer(actor, row) else []
    hidden = "merge" if row.merged_into_id else "unmerge"
    buttons = [
        {"action": name, "label": label}
        for name, (label, may) in BUTTONS.items()
        if name != hidden and may(actor, row)
    ]
    return buttons + _steps(PERSON_FLOW, steps)


def _steps(flow, steps: list[str]) -> list[dict]:
    return [{"action": step, "label": flow.label(step)} for step in steps]
