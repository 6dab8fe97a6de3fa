"""Stock and suppliers over HTTP."""

from schemas.paging import PageForm
from schemas.shop_goods import (
    IntakeForm,
    SpoiledForm,
    StockMovePage,
    StocktakeForm,
    SupplierForm,
    SupplierList,
    SuppliersForm,
    SupplierView,
)
from schemas.shop_sheets import ShopMonthForm, SupplierStatementView
from server.shop import rules
from server.shop.models import Supplier
from server.shop.present import goods as present
from server.shop.routes.api import FOUND_GOODS, ONE_GOODS, api
from server.shop.service import stock, suppliers

STEP = {**ONE_GOODS, "lock": True}


@api.post("/goods/<id:goods_id>/intake", **STEP, takes=IntakeForm, may=rules.take_in)
def take_in(actor, goods, form):
    """进货: how many, from whom, at what cost"""
    return stock.take_in(goods, form, by=actor)


@api.post("/goods/<id:goods_id>/stocktake", **STEP, takes=StocktakeForm, may=rules.take_stock)
def take_stock(actor, goods, form):
    """盘点: the difference is posted"""
    return stock.take_stock(goods, form, by=actor)


@api.post("/goods/<id:goods_id>/spoiled", **STEP, takes=SpoiledForm, may=rules.write_off)
def write_off(actor, goods, form):
    """报损"""
    return stock.write_off(goods, form, by=actor)


@api.get("/goods/<id:goods_id>/stock_moves", **FOUND_GOODS, takes=PageForm, gives=StockMovePage,
         may=rules.list_stock_moves, shows=present.stock_moves)  # fmt: skip
def list_stock_moves(actor, goods, form):
    """库存流水: newest first"""
    return stock.list_stock_moves(goods, form)


@api.get("/suppliers", lists=Supplier, visible=rules.visible_suppliers, takes=SuppliersForm,
         may=rules.list_suppliers, gives=SupplierList, shows=present.suppliers,
         also=(404,))  # fmt: skip
def list_suppliers(actor, query, form):
    """供应方: of the scheme in which an area lies"""
    return suppliers.list_suppliers(query, form["area_id"])


@api.post("/suppliers", takes=SupplierForm, may=rules.add_supplier, gives=SupplierView, status=201)
def add_supplier(actor, form):
    """添加供应方"""
    return suppliers.add_supplier(form, by=actor)


@api.get("/suppliers/<id:supplier_id>/statement", on=Supplier, visible=rules.visible_statements,
         takes=ShopMonthForm, may=rules.show_supplier_statement,
         gives=SupplierStatementView)  # fmt: skip
def show_supplier_statement(actor, supplier, form):
    """供应方月结单: what came in of theirs, what of it was handed over"""
    return suppliers.supplier_statement(supplier, form)
