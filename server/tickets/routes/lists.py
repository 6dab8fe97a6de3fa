"""Lists of tickets: the queue, one's own, one's tasks, and finding one."""

from schemas.paging import listed, paged
from schemas.ticket_forms import FindForm, MineForm, QueueForm
from schemas.ticket_rows import (
    CategoryView,
    CountsView,
    FoundView,
    MineRowView,
    QueueRowView,
    TaskRowView,
)
from server.core.api import anyone
from server.tickets import rules
from server.tickets.present import lists as rows
from server.tickets.routes.api import MANY, api
from server.tickets.service import lists


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


@api.get("/found", takes=FindForm, may=anyone, gives=FoundView, also=(404, 429))
def find_ticket(actor, form):
    """查进度: how far the ticket of a printed code or number is; it opens nothing"""
    return lists.find_ticket(form, by=actor)


@api.get("/categories", may=anyone, gives=listed(CategoryView))
def list_categories(actor):
    """分类: what tickets are about"""
    return lists.categories()
