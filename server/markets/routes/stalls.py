"""Stalls."""

from schemas.markets import StallForm, StallView
from server.markets import rules
from server.markets.routes.api import api
from server.markets.service import stalls as service
from server.occasions.models import Session
from server.occasions.rules import visible_sessions


@api.post(
    "/sessions/<id:session_id>/stalls",
    on=Session,
    visible=visible_sessions,
    takes=StallForm,
    may=rules.add_stall,
    gives=StallView,
    shows=lambda actor, stall: _shown(stall),
    status=201,
)
def add_stall(actor, session, form):
    """摊位: a stall of a session, with the line before it"""
    return service.add_stall(session, form, by=actor)


def _shown(stall) -> dict:
    names = "id session_id kind label crew unit_id post_id vehicle_id line_id serves"
    return {name: getattr(stall, name) for name in names.split()} | {"kind_label": stall.kind.label}
