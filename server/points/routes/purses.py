"""What I have, and how it came and went."""

from schemas.points import EntryPage, PurseList, StatementForm
from server.points import rules
from server.points.present import purses as present
from server.points.routes.api import api
from server.points.service import statements


@api.get("/purses", may=rules.list_purses, gives=PurseList, shows=present.purses)
def list_purses(actor):
    """我的积分: in each scheme what can be spent and what is still announced"""
    return statements.list_purses(actor.ids)


@api.get("/entries", takes=StatementForm, may=rules.list_entries, gives=EntryPage)
def list_entries(actor, form):
    """积分明细: one's own, newest first"""
    found = statements.list_entries(form["scheme_id"], actor.ids, form)
    return present.entries(actor.ids, found)
