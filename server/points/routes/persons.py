"""The same for somebody who asks at the desk."""

from schemas.points import EntryPage, PaperForm, PurseList, StatementForm
from server.core.views import PDF
from server.people.aliases import everybody
from server.people.models import Person
from server.points import rules
from server.points.present import purses as present
from server.points.present.statement_paper import print_statement
from server.points.routes.api import api
from server.points.service import statements

OF_ONE = {"on": Person, "visible": rules.visible_holders}


@api.get("/persons/<id:person_id>/purses", **OF_ONE, may=rules.list_purses_of, gives=PurseList,
         shows=present.purses)  # fmt: skip
def list_purses_of(actor, person):
    """代查积分: in the schemes of the desk's areas and of those above"""
    return statements.list_purses(everybody(person.id), rules.desk_schemes(actor))


@api.get("/persons/<id:person_id>/entries", **OF_ONE, takes=StatementForm,
         may=rules.list_entries_of, gives=EntryPage)  # fmt: skip
def list_entries_of(actor, person, form):
    """代查明细: in one of these schemes"""
    ids = everybody(person.id)
    statements.seen(form["scheme_id"], rules.desk_schemes(actor))
    return present.entries(ids, statements.list_entries(form["scheme_id"], ids, form))


@api.get("/persons/<id:person_id>/statement.pdf", **OF_ONE, takes=PaperForm,
         may=rules.print_statement_of, gives=PDF)  # fmt: skip
def print_statement_of(actor, person, form):
    """打印明细: the same lines, to be taken home"""
    statements.seen(form["scheme_id"], rules.desk_schemes(actor))
    return print_statement(person, form["scheme_id"])
