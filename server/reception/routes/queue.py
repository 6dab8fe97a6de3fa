"""At the desk: numbers called to tables, and what is heard there."""

from schemas.paging import paged
from schemas.reception import DeskNumberView, ReceivedView
from schemas.reception_forms import (
    CallForm,
    DeskNumbersForm,
    ReceiveAndAnswerForm,
    ReceiveForm,
    TableForm,
    WalkInForm,
)
from server.core.views import PDF
from server.occasions.parts import QueueNumber
from server.reception import rules
from server.reception.present import desk as present
from server.reception.routes.api import A_NUMBER, NUMBER, SESSION, api
from server.reception.service import booking, queue, receiving

HEARD = {**NUMBER, "gives": ReceivedView, "shows": present.received, "status": 201}


@api.get("/sessions/<id:session_id>/numbers", **SESSION, takes=DeskNumbersForm,
         may=rules.list_desk_numbers, gives=paged(DeskNumberView),
         shows=present.numbers, also=(409,))  # fmt: skip
def list_desk_numbers(actor, session, form):
    """排队: booked and at the door in one order, with what they come for"""
    return queue.list_numbers(session, form)


@api.post("/sessions/<id:session_id>/walk_in", **SESSION, **A_NUMBER, takes=WalkInForm,
          may=rules.walk_in, status=201)  # fmt: skip
def walk_in(actor, session, form):
    """现场取号: the first that is free, for somebody with or without a name"""
    return booking.walk_in(session, form, by=actor)


@api.post("/sessions/<id:session_id>/call_next", **SESSION, **A_NUMBER, takes=TableForm,
          may=rules.call_next_to)  # fmt: skip
def call_next_to(actor, session, form):
    """请下一位到几号桌"""
    return queue.call_next_to(session, form, by=actor)


@api.post("/numbers/<id:number_id>/call", **NUMBER, **A_NUMBER, takes=CallForm,
          may=rules.call_number_to)  # fmt: skip
def call_number_to(actor, number, form):
    """请这位到几号桌: out of turn, or once more"""
    return queue.call_number_to(number, form, by=actor)


@api.get("/numbers/<id:number_id>/paper.pdf", on=QueueNumber, visible=rules.visible_numbers,
         may=rules.print_number, gives=PDF)  # fmt: skip
def print_number(actor, number):
    """打印号单, A6: for whoever has no telephone"""
    return booking.number_paper(number, named=rules.reads_number(actor, number))


@api.post("/numbers/<id:number_id>/put_off", **NUMBER, **A_NUMBER, may=rules.put_off)
def put_off(actor, number):
    """过号: two others come first"""
    return queue.put_off(number, by=actor)


@api.post("/numbers/<id:number_id>/receive", **HEARD, takes=ReceiveForm, may=rules.receive)
def receive(actor, number, form):
    """登记办理: a ticket for the visitor; whoever sits there receives it first"""
    return receiving.receive(number, form, by=actor), number


@api.post("/numbers/<id:number_id>/receive_and_answer", **HEARD, takes=ReceiveAndAnswerForm,
          may=rules.receive_and_answer)  # fmt: skip
def receive_and_answer(actor, number, form):
    """首接首问即时答: opened and answered in one"""
    return receiving.receive_and_answer(number, form, by=actor), number
