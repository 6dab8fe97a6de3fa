"""Tickets over HTTP: the queue, one's own, one ticket, and each step of its life."""

from schemas.paging import listed, paged
from schemas.ticket_forms import (
    AnswerForm,
    CallBackForm,
    CannotDoForm,
    DispatchForm,
    FeedbackForm,
    FindForm,
    FinishForm,
    HandOverForm,
    MergeForm,
    MineForm,
    NoteForm,
    QueueForm,
    RateForm,
    ReasonForm,
    TakersForm,
    TriageForm,
)
from schemas.ticket_views import (
    CategoryView,
    ContactView,
    CountsView,
    DoerTicketView,
    FoundView,
    MineRowView,
    PartyTicketView,
    PublicTicketView,
    QueueRowView,
    StaffTicketView,
    TakersView,
    TaskRowView,
)
from server.core.api import Api, anyone
from server.core.views import PDF, by_audience
from server.tickets import rules
from server.tickets.models import Ticket
from server.tickets.present import lists as rows
from server.tickets.present import ticket as present
from server.tickets.service import closing, desk, hands, intake, lists, papers, talking

api = Api("tickets")

TICKET = by_audience(
    lambda actor, shown: shown["audience"],
    public=PublicTicketView,
    party=PartyTicketView,
    doer=DoerTicketView,
    staff=StaffTicketView,
)
ONE = {"on": Ticket, "visible": rules.visible_tickets, "gives": TICKET, "shows": present.ticket}
MANY = {"lists": Ticket, "visible": rules.visible_tickets}
STEP = {**ONE, "lock": True}  # each changes the ticket it names


# ---- lists


@api.get(
    "/", **MANY, takes=QueueForm, may=rules.list_queue, gives=paged(QueueRowView), shows=rows.queue
)
def list_queue(actor, query, form):
    """工单: the desk's queue, due first"""
    return lists.list_queue(query, form, by=actor)


@api.get("/counts", may=rules.count_queue, gives=CountsView)
def count_queue(actor):
    """工单数: how many of each; every count is a filter of the queue"""
    return lists.count_queue(actor)


@api.get(
    "/mine", **MANY, takes=MineForm, may=rules.list_mine, gives=paged(MineRowView), shows=rows.mine
)
def list_mine(actor, query, form):
    """我的心愿: what I asked for, for myself or for others, newest first"""
    return lists.list_mine(query, form, by=actor)


@api.get(
    "/tasks",
    **MANY,
    takes=MineForm,
    may=rules.list_tasks,
    gives=paged(TaskRowView),
    shows=rows.tasks,
)
def list_tasks(actor, query, form):
    """我认领的: what I took on or was asked to, newest first"""
    return lists.list_tasks(query, form, by=actor)


@api.get("/found", takes=FindForm, may=anyone, gives=FoundView, also=(404,))
def find_ticket(actor, form):
    """查进度: how far the ticket of a printed code or number is; it opens nothing"""
    return lists.find_ticket(form, by=actor)


@api.get("/categories", may=anyone, gives=listed(CategoryView))
def list_categories(actor):
    """分类: what tickets are about"""
    return lists.categories()


# ---- one ticket


@api.get("/<id:ticket_id>", **ONE, may=anyone)
def show_ticket(actor, ticket):
    """一张工单: as its audience may read it"""
    return ticket


@api.get(
    "/<id:ticket_id>/receipt.pdf",
    on=Ticket,
    visible=rules.visible_tickets,
    may=rules.print_receipt,
    gives=PDF,
)
def print_receipt(actor, ticket):
    """回执: an A5 page with number, code and telephone"""
    return papers.receipt(ticket)


@api.post("/feedback", takes=FeedbackForm, may=rules.submit_feedback, gives=TICKET, status=201,
          shows=present.ticket)  # fmt: skip
def submit_feedback(actor, form):
    """意见与投诉: to the administrators, from every page"""
    return intake.submit_feedback(form, by=actor)


@api.post(
    "/<id:ticket_id>/contact",
    on=Ticket,
    visible=rules.visible_tickets,
    takes=ReasonForm,
    may=rules.open_contact,
    gives=ContactView,
)
def open_contact(actor, ticket, form):
    """看电话: the telephone number in full, for the desk; that it was opened is recorded"""
    return desk.open_contact(ticket, form["words"], by=actor)


# ---- the desk


@api.post("/<id:ticket_id>/answer", **STEP, takes=AnswerForm, may=rules.answer)
def answer(actor, ticket, form):
    """当场答复: answered on the spot"""
    return hands.answer(ticket, form, by=actor)


@api.get(
    "/<id:ticket_id>/takers",
    on=Ticket,
    visible=rules.visible_tickets,
    takes=TakersForm,
    may=rules.dispatch,
    gives=TakersView,
)
def list_takers(actor, ticket, form):
    """派给谁: the units and persons it may be dispatched to, nearest first"""
    return desk.takers(ticket, form.get("q", ""))


@api.post("/<id:ticket_id>/dispatch", **STEP, takes=DispatchForm, may=rules.dispatch)
def dispatch(actor, ticket, form):
    """派单: offered to a unit or a person, who accept it or bounce it"""
    return hands.dispatch(ticket, form, by=actor)


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
    return closing.merge(ticket, form["into"], by=actor)


@api.post("/<id:ticket_id>/hand_over", **STEP, takes=HandOverForm, may=rules.hand_over)
def hand_over(actor, ticket, form):
    """转出: not ours; says whose it is"""
    return closing.hand_over(ticket, form, by=actor)


@api.post("/<id:ticket_id>/call_back", **STEP, takes=CallBackForm, may=rules.call_back)
def call_back(actor, ticket, form):
    """回访: that somebody was called, reached or not; what they said is a rating"""
    return closing.call_back(ticket, form, by=actor)


# ---- whoever does it


@api.post("/<id:ticket_id>/accept", **STEP, may=rules.accept)
def accept(actor, ticket):
    """接单: from now on it is in our hands"""
    return hands.accept(ticket, by=actor)


@api.post("/<id:ticket_id>/bounce", **STEP, takes=ReasonForm, may=rules.bounce)
def bounce(actor, ticket, form):
    """退回: to the first receiver, with a reason"""
    return hands.bounce(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/hand_back", **STEP, takes=ReasonForm, may=rules.hand_back)
def hand_back(actor, ticket, form):
    """交回: what was accepted and cannot be done after all"""
    return hands.hand_back(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/ask", **STEP, takes=ReasonForm, may=rules.ask)
def ask(actor, ticket, form):
    """请居民补充: the clock stands still"""
    return talking.ask(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/finish", **STEP, takes=FinishForm, may=rules.finish)
def finish(actor, ticket, form):
    """办结反馈: the first key, the doer's word"""
    return hands.finish(ticket, form, by=actor)


# ---- the resident, and everybody concerned


@api.post("/<id:ticket_id>/reply", **STEP, takes=AnswerForm, may=rules.reply)
def reply(actor, ticket, form):
    """补充说明: the clock goes on"""
    return talking.reply(ticket, form, by=actor)


@api.post("/<id:ticket_id>/rate", **STEP, takes=RateForm, may=rules.rate)
def rate(actor, ticket, form):
    """群众评: the second key, the resident's word"""
    return closing.rate(ticket, form, by=actor)


@api.post("/<id:ticket_id>/contest", **STEP, takes=ReasonForm, may=rules.contest)
def contest(actor, ticket, form):
    """不同意: what cannot be done is looked at again"""
    return closing.contest(ticket, form["words"], by=actor)


@api.post("/<id:ticket_id>/withdraw", **STEP, may=rules.withdraw)
def withdraw(actor, ticket):
    """撤回: it is no longer needed"""
    return closing.withdraw(ticket, by=actor)


@api.post("/<id:ticket_id>/note", **STEP, takes=NoteForm, may=rules.note)
def note(actor, ticket, form):
    """写进展: a line of progress"""
    return talking.note(ticket, form, by=actor)


@api.post("/<id:ticket_id>/me_too", **STEP, may=rules.me_too)
def me_too(actor, ticket):
    """我也是: one more household with the same need"""
    return closing.me_too(ticket, by=actor)
