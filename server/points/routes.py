"""Points over HTTP: purses, statements."""

from schemas.points import EntryPage, PurseList, StatementForm
from server.core.api import Api
from server.points import present, rules
from server.points.service import statements

api = Api("points")


@api.get("/purses", may=rules.list_purses, gives=PurseList, shows=present.purses)
def list_purses(actor):
    """我的积分: in each scheme what can be spent and what is still announced"""
    return statements.list_purses(actor.ids)


@api.get("/entries", takes=StatementForm, may=rules.list_entries, gives=EntryPage)
def list_entries(actor, form):
    """积分明细: one's own, newest first"""
    found = statements.list_entries(form["scheme_id"], actor.ids, form)
    return present.entries(actor.ids, found)
