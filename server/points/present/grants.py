"""Manual grants as they are shown: names whole at the desk, masked to whoever only looks."""

from sqlalchemy import select

from schemas.points_words import GRANT_FLOW, GrantState
from server.core.db import db
from server.core.paging import Page
from server.people.actor import Actor
from server.people.models import Person
from server.people.names import masked_name
from server.points import rules
from server.points.earning import Grant
from server.points.service.grants import ForYourself, SecondPerson
from server.points.service.standing import lacking, standing


def grants(actor: Actor, found: Page) -> Page:
    names, there, lacked = _names(found.items), standing(found.items), lacking(found.items)
    rows = [
        _grant(actor, row, names) | _means(actor, row, there.get(row.id), lacked.get(row.id))
        for row in found.items
    ]
    return Page(rows, found.next)


def grant(actor: Actor, row: Grant) -> dict:
    (shown,) = grants(actor, Page([row], None)).items
    return shown


def own_grant(actor: Actor, row: Grant) -> dict:
    names = _names([row])
    columns = "id scheme_id amount words asked_at judged_at"
    return {column: getattr(row, column) for column in columns.split()} | {
        "scheme_name": row.scheme.name,
        "asked_by": names[row.asked_by_id],
        "judged_by": names[row.judged_by_id],
    }


def _names(rows: list[Grant]) -> dict[int, str]:
    ids = {id for row in rows for id in (row.asked_by_id, row.judged_by_id) if id}
    query = select(Person.id, Person.display_name).where(Person.id.in_(ids))
    return dict(db.session.execute(query).all())


def _grant(actor: Actor, row: Grant, names: dict[int, str]) -> dict:
    at_desk = rules.at_desk(actor, row.scheme)
    name, read = row.person.display_name, rules.reads_words(actor, row)
    columns = "id scheme_id pool_id person_id amount state asked_at judged_at"
    return {column: getattr(row, column) for column in columns.split()} | {
        "words": row.words if read else None,
        "answer": row.answer if read else None,
        "pool_name": row.pool.name,
        "person_name": name if at_desk else masked_name(name),
        "state_label": row.state.label,
        "asked_by": names[row.asked_by_id],
        "judged_by": names.get(row.judged_by_id),
        **_buttons(actor, row, at_desk),
    }


def _means(actor: Actor, row: Grant, there: int | None, lacked: int | None) -> dict:
    """For the desk, before anybody agrees: a deduction takes what is there, the rest is owed; and
    afterwards how much that was."""
    if not rules.at_desk(actor, row.scheme):
        return {"there": None, "owes": None, "lacked": None}
    owes = None if there is None else max(0, -row.amount - there)
    return {"there": there, "owes": owes, "lacked": lacked}


def _buttons(actor: Actor, row: Grant, at_desk: bool) -> dict:
    if row.state is not GrantState.ASKED or not at_desk:
        return {"why_not": None, "actions": []}
    if row.asked_by_id in actor.ids:
        return {"why_not": SecondPerson.detail, "actions": []}
    if row.person_id in actor.ids:
        return {"why_not": ForYourself.detail, "actions": []}
    steps = GRANT_FLOW.actions(row.state)
    shown = [{"action": name, "label": GRANT_FLOW.label(name)} for name in steps]
    return {"why_not": None, "actions": shown}
