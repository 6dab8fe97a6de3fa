"""回复模板: words that a desk keeps for the next time, for itself and for all below it."""

from sqlalchemy import Select, func

from server.core import clock
from server.core.db import db
from server.core.errors import Malformed
from server.people.actor import Actor
from server.people.places import Area
from server.people.tree import area_path, ids_in
from server.tickets.kept import ReplyTemplate

MOST = 100  # for one box


def list_templates(query: Select, form: dict) -> dict:
    """What may be said in an area: its own words first, then those of the areas above."""
    above = ids_in(area_path(form["area_id"]))
    query = query.join(Area).where(ReplyTemplate.area_id.in_(above))
    if "kind" in form:
        query = query.where(ReplyTemplate.kind == form["kind"])
    nearest = func.length(Area.path).desc()
    rows = db.session.scalars(query.order_by(nearest, ReplyTemplate.id).limit(MOST))
    return {"items": rows.all()}


def add_template(form: dict, *, by: Actor) -> ReplyTemplate:
    if db.session.get(Area, form["area_id"]) is None:
        raise Malformed(area_id="没有这个地方")
    row = ReplyTemplate(**form, changed_by_id=by.id)
    db.session.add(row)
    db.session.flush()
    return row


def change_template(row: ReplyTemplate, form: dict, *, by: Actor) -> ReplyTemplate:
    row.title, row.words, row.changed_by_id = form["title"], form["words"], by.id
    return row


def end_template(row: ReplyTemplate, *, by: Actor) -> ReplyTemplate:
    row.ended_at, row.changed_by_id = clock.now(), by.id
    return row
