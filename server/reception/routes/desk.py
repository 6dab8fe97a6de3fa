"""The session's own desk: how it is set out, who came, what is to be answered; and the board."""

from schemas.paging import paged
from schemas.reception import ReceptionDeskView
from schemas.reception_forms import (
    AddItemForm,
    AgendaForm,
    AnswerItemForm,
    BoardLineForm,
    MarkForm,
    SetOutForm,
)
from schemas.reception_seats import (
    AgendaItemView,
    BoardLineView,
    PlanView,
    PublicSeatsView,
    StaffSeatsView,
    StaffSeatView,
)
from server.core.views import by_audience
from server.occasions.models import Series
from server.occasions.rules import visible_series
from server.reception import rules
from server.reception.models import AgendaItem, Seat
from server.reception.present import days, desk
from server.reception.routes.api import SESSION, api
from server.reception.service import agenda_items, board, plans, seats
from server.tickets.models import Ticket
from server.tickets.relations import visible_tickets

SERIES = {"on": Series, "visible": visible_series, "gives": PlanView, "shows": desk.plan}
DESK = {**SESSION, "gives": ReceptionDeskView, "shows": days.desk}
SEATS = by_audience(
    lambda actor, shown: shown["audience"], public=PublicSeatsView, staff=StaffSeatsView
)
LINE = {"on": Ticket, "visible": visible_tickets, "gives": BoardLineView}
ITEM = {"gives": AgendaItemView, "shows": desk.item}


@api.get("/series/<id:series_id>/plan", **SERIES, may=rules.show_plan)
def show_plan(actor, series):
    """平常的席位和接待桌"""
    return series


@api.post("/series/<id:series_id>/plan", **SERIES, lock=True, takes=SetOutForm,
          may=rules.set_plan)  # fmt: skip
def set_plan(actor, series, form):
    """平常的席位和接待桌: sessions that are planned and not set out by hand follow"""
    return plans.set_plan(series, form, by=actor)


@api.get("/sessions/<id:session_id>/desk", **DESK, may=rules.show_desk)
def show_desk(actor, session):
    """会场: how many wait, at which table who is, what is missing"""
    return session


@api.post("/sessions/<id:session_id>/set_out", **DESK, lock=True, takes=SetOutForm,
          may=rules.set_out)  # fmt: skip
def set_out(actor, session, form):
    """安排席位和接待桌, of this one session"""
    return plans.set_out(session, form, by=actor)


@api.get("/sessions/<id:session_id>/seats", **SESSION, may=rules.show_seats, gives=SEATS,
         shows=desk.seats_page)  # fmt: skip
def show_seats(actor, session):
    """到会记录: for whoever lives there and their desk alone"""
    return session


@api.post("/seats/<id:seat_id>/mark", on=Seat, visible=rules.visible_seats, lock=True,
          takes=MarkForm, may=rules.mark_seat, gives=StaffSeatView, shows=desk.seat_of)  # fmt: skip
def mark_seat(actor, seat, form):
    """记到会: of a party, never of a person"""
    return seats.mark_seat(seat, form, by=actor)


@api.get("/sessions/<id:session_id>/agenda", **SESSION, takes=AgendaForm, may=rules.list_agenda,
         gives=paged(AgendaItemView), shows=desk.items)  # fmt: skip
def list_agenda(actor, session, form):
    """议程: what is to be answered, and why it is on it"""
    return agenda_items.list_agenda(session, form)


@api.post("/sessions/<id:session_id>/agenda", **SESSION, takes=AddItemForm, may=rules.add_item,
          **ITEM, status=201)  # fmt: skip
def add_item(actor, session, form):
    """加进议程: any open matter of the area, by its number"""
    return agenda_items.add_item(session, form, by=actor)


@api.post("/items/<id:item_id>/answer", on=AgendaItem, visible=rules.visible_items, lock=True,
          takes=AnswerItemForm, may=rules.answer_item, **ITEM)  # fmt: skip
def answer_item(actor, item, form):
    """记答复: whoever waits for it reads it in their ticket"""
    return agenda_items.answer_item(item, form["words"], by=actor)


@api.get("/board/<id:ticket_id>", **LINE, may=rules.show_board_line, also=(409,))
def show_board_line(actor, ticket):
    """公示的话 as it stands, for whoever writes it"""
    return board.show_board_line(ticket)


@api.post("/board/<id:ticket_id>", **LINE, lock=True, takes=BoardLineForm,
          may=rules.write_board_line)  # fmt: skip
def write_board_line(actor, ticket, form):
    """公示的话: what the board of the estate says of it, with nothing personal"""
    return board.write_board_line(ticket, form, by=actor)
