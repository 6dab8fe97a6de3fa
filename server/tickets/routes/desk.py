"""What the desk does to a ticket."""

from schemas.ticket_forms import (
    CallBackForm,
    CannotDoForm,
    DispatchForm,
    FinishForm,
    HandOverForm,
    MergeForm,
    ReasonForm,
    TakersForm,
    TransferForm,
    TriageForm,
)
from schemas.ticket_rows import TakersView
from schemas.ticket_views import ContactView
from server.tickets import rules
from server.tickets.routes.api import FOUND, STEP, api
from server.tickets.service import closing, desk, doing, hands, merging


@api.post(
    "/<id:ticket_id>/contact",
    **FOUND,
    takes=ReasonForm,
    may=rules.open_contact,
    gives=ContactView,
    once=False,
)
def open_contact(actor, ticket, form):
    """看电话: the telephone number in full, for the desk; that it was opened is recorded"""
    return desk.open_contact(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/answer", **STEP, takes=FinishForm, may=rules.answer)
def answer(actor, ticket, form):
    """当场答复: answered on the spot"""
    return doing.answer(ticket, form, by=actor)


@api.get(
    "/<id:ticket_id>/takers",
    **FOUND,
    takes=TakersForm,
    may=rules.dispatch,
    gives=TakersView,
)
def list_takers(actor, ticket, form):
    """交给谁: the units and persons it may be dispatched to, nearest first"""
    return desk.takers(ticket, form.get("q", ""))


@api.post("/<id:ticket_id>/dispatch", **STEP, takes=DispatchForm, may=rules.dispatch)
def dispatch(actor, ticket, form):
    """交办: offered to a unit or a person, who accept it or bounce it"""
    return hands.dispatch(ticket, form, by=actor)


@api.post("/<id:ticket_id>/recall", **STEP, takes=ReasonForm, may=rules.recall)
def recall(actor, ticket, form):
    """收回重派: taken back from whoever was asked or has it"""
    return hands.recall(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/transfer", **STEP, takes=TransferForm, may=rules.transfer)
def transfer(actor, ticket, form):
    """转给别的社区: it is theirs; it waits at their desk"""
    return hands.transfer(ticket, form, by=actor)


@api.post("/<id:ticket_id>/triage", **STEP, takes=TriageForm, may=rules.triage)
def triage(actor, ticket, form):
    """改分类和期限: category, group, urgency, difficulty, due date"""
    return desk.triage(ticket, form, by=actor)


@api.post("/<id:ticket_id>/cannot_do", **STEP, takes=CannotDoForm, may=rules.cannot_do)
def cannot_do(actor, ticket, form):
    """暂办不了: with a reason that the resident reads and may contest"""
    return closing.cannot_do(ticket, form, by=actor)


@api.post("/<id:ticket_id>/merge", **STEP, takes=MergeForm, may=rules.merge)
def merge(actor, ticket, form):
    """并单: into another ticket with the same need"""
    return merging.merge(ticket, form["into"], by=actor)


@api.post("/<id:ticket_id>/hand_over", **STEP, takes=HandOverForm, may=rules.hand_over)
def hand_over(actor, ticket, form):
    """转出: not ours; says whose it is"""
    return closing.hand_over(ticket, form, by=actor)


@api.post("/<id:ticket_id>/call_back", **STEP, takes=CallBackForm, may=rules.call_back)
def call_back(actor, ticket, form):
    """回访: that somebody was called, reached or not; what they said is a rating"""
    return closing.call_back(ticket, form, by=actor)
