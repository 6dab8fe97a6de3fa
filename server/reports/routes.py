"""Everything under /api/reports: figures with their definitions, and the rows behind them."""

from schemas.paging import paged
from schemas.reports import MarketMonthForm, MarketMonthView, MarketRowsForm, MarketRowView
from server.core.api import Api
from server.occasions.models import Session
from server.reports import months, present, rules

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
