"""Everything under /api/reports: figures with their definitions, and the rows behind them."""

from schemas.boards import BoardForm, BoardItemsForm, BoardItemView, PublicBoardView
from schemas.paging import paged
from schemas.report_units import (
    UnitBouncesForm,
    UnitBounceView,
    UnitSlipsForm,
    UnitSlipsView,
)
from schemas.reports import MarketMonthForm, MarketMonthView, MarketRowsForm, MarketRowView
from server.core.api import Api, anyone, everything
from server.occasions.models import Session
from server.people.places import Area
from server.reports import board_present, boards, months, present, rules, unit_present, units
from server.tickets.parts import Assignment

api = Api("reports")


@api.get("/market_months", takes=MarketMonthForm, may=rules.show_market_month,
         gives=MarketMonthView, shows=present.market_month, also=(404,))  # fmt: skip
def show_market_month(actor, form):
    """圩日月报: plan against held, visits, services and hours of an area and all below it"""
    return months.market_month(form)


@api.get("/market_rows", lists=Session, visible=rules.visible_rows, takes=MarketRowsForm,
         may=rules.list_market_rows, gives=paged(MarketRowView), shows=present.market_rows,
         also=(404,))  # fmt: skip
def list_market_rows(actor, query, form):
    """数从哪里来: the sessions behind a figure"""
    return months.market_rows(query, form)


BOARD = {"on": Area, "visible": everything, "may": anyone}


@api.get("/boards/<id:area_id>", **BOARD, takes=BoardForm, gives=PublicBoardView,
         shows=board_present.board)  # fmt: skip
def show_public_board(actor, area, form):
    """公示板: what was asked at reception days here; no rate without its base"""
    return boards.board(area, form)


@api.get("/boards/<id:area_id>/items", **BOARD, takes=BoardItemsForm,
         gives=paged(BoardItemView), shows=board_present.items)  # fmt: skip
def list_board_items(actor, area, form):
    """逐件看: the rows behind the figures, with nothing personal"""
    return boards.list_items(area, form)


@api.get("/unit_slips", takes=UnitSlipsForm, may=rules.show_unit_slips, gives=UnitSlipsView,
         shows=unit_present.unit_slips, also=(404,))  # fmt: skip
def show_unit_slips(actor, form):
    """联办单统计: slips sent to each unit, accepted, bounced, done and done late"""
    return units.unit_slips(form)


@api.get("/unit_bounces", lists=Assignment, visible=rules.visible_shares, takes=UnitBouncesForm,
         may=rules.list_unit_bounces, gives=paged(UnitBounceView),
         shows=unit_present.unit_bounces, also=(404,))  # fmt: skip
def list_unit_bounces(actor, query, form):
    """退回了哪些: each bounce, and for its desk the reason"""
    return units.unit_bounces(query, form)
