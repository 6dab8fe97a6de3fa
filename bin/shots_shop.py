"""`make shots`, third part: points and the shop, as those see them who spend, hand over, account.
`bin/shots_shop.py voucher counter` takes some of them again."""

from sqlalchemy import select

from bin import shots_rows as rows
from bin.shots_staff import STAFF, Shot, take
from server.core.db import db
from server.demo.seed import seed
from server.shop.models import Goods
from server.shop.parts import Order
from tests import make
from tests import make_shop as shop
from tests.journeys.visitor import Visitor

DATABASE = 4  # its name, beside those of the other parts
HELPER, KEEPER, OFFICE, POOR = "林师傅", "尤姐", "陈丽萍", "黄奶奶"
SHOP, COUNTER, POINTS = "/packages/shop", "/packages/counter", f"{STAFF}/points"
PHONES = ("", "elder")
ALL = ("", "elder", "wide")
TWO = ("", "wide")


def fill() -> None:
    """The demo; and somebody who never had a point."""
    seed()
    make.person(POOR, estate=rows.named(rows.AUNT).estate)


def ordering(buyer: Visitor) -> None:
    buyer.taps("换 1 份")
    buyer.sees("到哪里领")


def verified(counter: Visitor) -> None:
    counter.writes("扫码枪，或输 8 位号码", shop.code(waiting()))
    counter.taps("查一下")
    counter.sees("请核对东西和份数")


def fewer(counter: Visitor) -> None:
    counter.taps("盘点")
    counter.writes("数到几份？", "1")
    counter.sees("数到 1，少")


def putting_in(desk: Visitor) -> None:
    desk.taps("注入积分")
    desk.sees("写明白")


def a_new_rule(desk: Visitor) -> None:
    desk.taps("定新规则")
    desk.sees("大家会看到", "节庆活动记 2 倍")
    desk.page.get_by_text("…", exact=True).wait_for(state="detached")


SHOTS = (
    Shot("purse", f"{SHOP}/purse", PHONES, who=HELPER),
    Shot("purse-none", f"{SHOP}/purse", PHONES, who=POOR),
    Shot("shelf", f"{SHOP}/shop", PHONES, who=HELPER),
    Shot("goods", f"{SHOP}/goods?id={{goods}}", PHONES, then=ordering, who=HELPER),
    Shot("voucher", f"{SHOP}/voucher?id={{order}}", PHONES, who=HELPER),
    Shot("sheet", f"{SHOP}/sheet?scheme={{scheme}}", PHONES, who=POOR),
    Shot("sheet-shop", f"{SHOP}/sheet?shop={{shop}}", PHONES, who=POOR),
    Shot("counter", f"{COUNTER}/counter", ALL, who=KEEPER),
    Shot("hand-over", f"{COUNTER}/scan", ALL, then=verified, who=KEEPER),
    Shot("stock", f"{COUNTER}/stock", ALL, who=KEEPER),
    Shot("count", f"{COUNTER}/goods?id={{goods}}", TWO, then=fewer, who=KEEPER),
    Shot("points", f"{POINTS}/points", ALL, who=OFFICE),
    Shot("put-in", f"{POINTS}/points", TWO, then=putting_in, who=OFFICE),
    Shot("rule", f"{POINTS}/rules", TWO, then=a_new_rule, who=OFFICE),
    Shot("grants", f"{POINTS}/grants", TWO, who=OFFICE),
    Shot("shop-desk", f"{STAFF}/shops/shop?id={{shop}}", TWO),
)


def places() -> dict[str, int]:
    order = waiting()
    return {
        "order": order.id,
        "goods": db.session.scalar(select(Goods.id).where(Goods.name == "抽纸 3 包")),
        "shop": order.shop_id,
        "scheme": order.scheme_id,
    }


def waiting() -> Order:
    own = Order.person_id == rows.named(HELPER).id, Order.state == "placed"
    return db.session.scalars(select(Order).where(*own).limit(1)).one()


if __name__ == "__main__":
    take(SHOTS, DATABASE, fill, places)
