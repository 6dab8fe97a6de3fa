"""Goods on the wire: the shelf, its stock, and where things come from."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.form import Form, Pattern, choice, flag, line, query_id, row_id, whole, words
from schemas.paging import PageForm, listed, paged
from schemas.shop import NONE
from schemas.shop_words import Buyers, GoodsKind, StockKind
from schemas.view import ActionView, maybe, moment, string

MOST = 100_000


class GoodsChangeForm(Form):
    """`limit_count` to each person within `limit_days`; both or neither."""

    name = line(20)
    words = words(200, required=False, load_default="")
    photo_id = row_id(**NONE)
    price = whole(1, MOST)
    limit_count = whole(1, 100, **NONE)
    limit_days = whole(1, 366, **NONE)
    buyers = choice(Buyers, required=False, load_default=Buyers.EVERYBODY)
    supplier_id = row_id(**NONE)

    @validates_schema
    def _whole_limit(self, form, **_):
        if (form["limit_count"] is None) != (form["limit_days"] is None):
            raise ValidationError("限几份、几天内，要一起填", "limit_days")


class GoodsForm(GoodsChangeForm):
    kind = choice(GoodsKind)


class ShelfForm(PageForm):
    """`view`: what is on the shelf; or all, for whoever works there. At the counter also what
    somebody may have: `held` of the look-up, or `order_id` of what is being handed over."""

    view = fields.String(load_default="shelf", validate=validate.OneOf(["shelf", "all"]))
    held = Pattern("[!-~]{1,600}", "请再扫一次", required=False, load_default=None)
    order_id = query_id(required=False, load_default=None)


class OnShelfForm(Form):
    on_shelf = flag()


class GoodsView(Schema):
    id = fields.Integer(required=True)
    shop_id = fields.Integer(required=True)
    kind = choice(GoodsKind)
    kind_label = string()
    name = string()
    words = string()
    photo_id = fields.Integer(required=True, allow_none=True)
    photo_url = maybe()
    thumb_url = maybe()
    price = fields.Integer(required=True)
    stock = fields.Integer(required=True)
    left_words = string()  # 剩 12 份
    limit_count = fields.Integer(required=True, allow_none=True)
    limit_days = fields.Integer(required=True, allow_none=True)
    limit_words = maybe()  # 每人 30 天内限 2 份
    buyers = choice(Buyers)
    buyers_label = string()
    # of whoever asks, or at the counter of whoever stands there; null: as many as there are
    may_have = fields.Integer(required=True, allow_none=True)
    may_have_words = maybe()  # 换过 1 份，还能换 1 份，12月18日起又能换
    lacks_words = maybe()  # 志愿者才能换: they may have none
    supplier_id = fields.Integer(required=True, allow_none=True)
    supplier_name = maybe()
    on_shelf = fields.Boolean(required=True)
    version = fields.Integer(required=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class IntakeForm(Form):
    """进货: how many came, from whom, and what all of it cost (fen)."""

    count = whole(1, MOST)
    supplier_id = row_id(**NONE)
    cost_fen = whole(0, 10**9, **NONE)
    words = line(60, required=False, load_default="")


class StocktakeForm(Form):
    """盘点: `counted` lie on the shelf and are nobody's; what waits to be fetched is not counted.
    `known`: what the page said there were."""

    counted = whole(0, MOST)
    known = whole(0, MOST)
    words = line(60)


class SpoiledForm(Form):
    count = whole(1, MOST)
    words = line(60)


class StockMoveView(Schema):
    id = fields.Integer(required=True)
    goods_id = fields.Integer(required=True)
    change = fields.Integer(required=True)
    kind = choice(StockKind)
    kind_label = string()
    words = string()
    supplier_name = maybe()
    cost_fen = fields.Integer(required=True, allow_none=True)
    order_id = fields.Integer(required=True, allow_none=True)
    by_name = maybe()
    at = moment()


class SupplierForm(Form):
    """Of the scheme in which that area lies."""

    area_id = row_id()
    name = line(30)
    unit_id = row_id(**NONE)


class SuppliersForm(Form):
    area_id = query_id(required=True)


class SupplierView(Schema):
    id = fields.Integer(required=True)
    scheme_id = fields.Integer(required=True)
    name = string()
    unit_id = fields.Integer(required=True, allow_none=True)


GoodsPage = paged(GoodsView)
StockMovePage = paged(StockMoveView)
SupplierList = listed(SupplierView)
