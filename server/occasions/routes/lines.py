"""Lines: taking a number, calling it, what came of it; and how many were counted by eye."""

from schemas.occasion_lines import (
    CorrectForm,
    FailForm,
    HeadcountForm,
    HeadcountsView,
    HeadcountView,
    LineView,
    NumbersForm,
    NumberView,
    RebookForm,
    ServeForm,
    TakeNumberForm,
)
from schemas.paging import paged
from server.core.api import anyone
from server.occasions import queue_rules as rules
from server.occasions.parts import Headcount, Line, QueueNumber
from server.occasions.present import headcounts as shown
from server.occasions.present import queues as present
from server.occasions.routes.api import FOUND, api
from server.occasions.rules import signed_in
from server.occasions.service import calling, headcounts, lines, numbers, outcomes, rebooking

LINE = {"on": Line, "visible": rules.visible_lines}
A_NUMBER = {"gives": NumberView, "shows": present.number}
NUMBER = {"on": QueueNumber, "visible": rules.visible_numbers, **A_NUMBER}
STEP = {**NUMBER, "lock": True}
NUMBERS = {"takes": NumbersForm, "gives": paged(NumberView), "shows": present.numbers}


@api.get("/lines/<id:line_id>", **LINE, may=anyone, gives=LineView, shows=present.line)
def show_line(actor, line):
    """一队: which numbers are called, how many wait"""
    return line


@api.get("/lines/<id:line_id>/numbers", **LINE, may=rules.list_numbers, **NUMBERS)
def list_numbers(actor, line, form):
    """排队名单: as whoever works the line calls them out"""
    return numbers.list_numbers(line, form)


@api.post("/lines/<id:line_id>/numbers", **LINE, takes=TakeNumberForm, may=rules.take_number,
          **A_NUMBER, status=201)  # fmt: skip
def take_number(actor, line, form):
    """取号: the next one, for oneself or on behalf"""
    return lines.take(line, form, by=actor, works=rules.works_line(actor, line))


@api.post("/lines/<id:line_id>/call_next", **LINE, may=rules.call_next, **A_NUMBER)
def call_next(actor, line):
    """叫下一个: the smallest number that waits"""
    return calling.call_next(line, by=actor)


@api.get("/numbers/mine", may=signed_in, **NUMBERS)
def list_my_numbers(actor, form):
    """我的号: one's own and those one waits for"""
    return numbers.list_my_numbers(form, by=actor)


@api.get("/numbers/<id:number_id>", **NUMBER, may=rules.show_number)
def show_number(actor, number):
    """One number: how many are before it"""
    return number


@api.post("/numbers/<id:number_id>/call", **STEP, may=rules.call_number)
def call_number(actor, number):
    """叫号: this one, out of turn"""
    return calling.call(number, by=actor)


@api.post("/numbers/<id:number_id>/call_again", **STEP, may=rules.call_again)
def call_again(actor, number):
    """再叫一次"""
    return calling.call_again(number, by=actor)


@api.post("/numbers/<id:number_id>/serve", **STEP, takes=ServeForm, may=rules.serve_number)
def serve_number(actor, number, form):
    """办好了: served, and what came of it"""
    return calling.serve(number, form, by=actor)


@api.post("/numbers/<id:number_id>/fail", **STEP, takes=FailForm, may=rules.fail_number)
def fail_number(actor, number, form):
    """没办成: and why"""
    return calling.fail(number, form, by=actor)


@api.post("/numbers/<id:number_id>/correct", **STEP, takes=CorrectForm, may=rules.correct_number)
def correct_number(actor, number, form):
    """改结果: what was written down wrongly, or what came of it later; who waits is told"""
    return outcomes.correct(number, form, by=actor)


@api.post("/numbers/<id:number_id>/leave", **STEP, may=rules.leave_line)
def leave_line(actor, number):
    """不等了: the number is not given again"""
    return calling.leave(number, by=actor)


@api.post("/numbers/<id:number_id>/rebook", **NUMBER, takes=RebookForm, may=rules.rebook)
def rebook(actor, number, form):
    """改时间: another time, in one step; what it is about"""
    return rebooking.rebook(number, form, by=actor, works=rules.works_line(actor, number.line))


@api.get("/sessions/<id:session_id>/headcounts", **FOUND, may=rules.list_headcounts,
         gives=HeadcountsView, shows=shown.headcounts)  # fmt: skip
def list_headcounts(actor, session):
    """点到的人数: each count, and the largest"""
    return session, headcounts.list_headcounts(session)


@api.post("/sessions/<id:session_id>/headcounts", **FOUND, takes=HeadcountForm,
          may=rules.add_headcount, gives=HeadcountView, shows=shown.headcount,
          status=201)  # fmt: skip
def add_headcount(actor, session, form):
    """点人数: how many are there, by eye"""
    return headcounts.add_headcount(session, form["count"], by=actor)


@api.post("/headcounts/<id:headcount_id>/strike", on=Headcount, visible=rules.visible_headcounts,
          lock=True, may=rules.strike_headcount, gives=HeadcountView,
          shows=shown.headcount)  # fmt: skip
def strike_headcount(actor, row):
    """划掉: counted wrongly; it stays to be read, and no figure has it"""
    return headcounts.strike_headcount(row, by=actor)
