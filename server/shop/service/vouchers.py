"""兑换券: its codes on the telephone, and the paper of whoever has none."""

from server.core import clock
from server.core.audit import record
from server.core.codes import coming
from server.core.db import db
from server.core.errors import NotFound
from server.files.paper.voucher import HandedOver, VoucherPaper, receipt_pdf, voucher_pdf
from server.files.service import check_signature, signature
from server.messages.service import tell
from server.people.actor import Actor
from server.people.names import masked_name
from server.shop import codes
from server.shop.order_rules import is_own
from server.shop.parts import Order, Voucher
from server.shop.service.refusals import NotConfirmed
from server.shop.service.scanning import must_be_open
from server.shop.wording import handed, ordered

AHEAD = 4  # steps that are given: two minutes


def show_voucher(order: Order) -> dict:
    must_be_open(order)
    secret = db.session.get_one(Voucher, order.id).secret

    def one(step: int) -> dict:
        return {"link": codes.link(codes.written(secret, codes.LIVE, order.id, step))}

    known = {"order_id": order.id, "number": order.number, "until": order.until}
    return known | coming(clock.now(), one, AHEAD)


def print_voucher(order: Order, *, by: Actor) -> dict:
    """Whatever was printed before holds no longer. The caller holds the order."""
    must_be_open(order)
    voucher = db.session.get_one(Voucher, order.id)
    voucher.papers += 1
    voucher.printed_at = clock.now()
    record("print_voucher", order, by=by, paper=voucher.papers)
    _tell(order, voucher.papers, by=by)
    name = _name(order.id, voucher.papers)
    paper = f"/papers/vouchers/{order.id}-{voucher.papers}.pdf?s={signature(name, 'voucher')}"
    return {"order_id": order.id, "paper": paper}


def _tell(order: Order, paper: int, *, by: Actor) -> None:
    if is_own(by, order):
        return
    words = f"{by.name}替您打印了“{order.goods_name} {order.count} 份”的兑换券，凭它可以领走。"
    reason, link = f"order:{order.id}:printed:{paper}", ("order", order.id)
    words = f"{words}不是您要打的，请取消兑换，并告诉社区。"
    tell(order.person_id, "打印了您的兑换券", words, reason=reason, link=link)


def opened(order_id: int, paper: int, sent: str) -> bytes:
    """For an hour, without signing in: a PDF reader cannot send a token."""
    check_signature(_name(order_id, paper), "voucher", sent)
    order, voucher = db.session.get(Order, order_id), db.session.get(Voucher, order_id)
    if order is None or voucher is None or voucher.papers != paper:
        raise NotFound
    must_be_open(order)
    code = codes.written(voucher.secret, codes.PAPER, order.id, paper)
    return voucher_pdf(
        VoucherPaper(
            shop=order.shop.name,
            number=order.number,
            url=codes.link(code),
            goods=ordered(order),
            points=order.points,
            person=order.person.display_name,
            place=order.shop.place,
            hours=order.shop.hours,
            phone=order.shop.phone,
            until=order.until,
        )
    )


def print_receipt(order: Order, *, by: Actor) -> bytes:
    """领取凭条: what was handed over, and which points went back. The counter reads no more of a
    name on paper than on its screen."""
    if order.handed_at is None:
        raise NotConfirmed("还没有领取，领了以后才有凭条")
    name = order.person.display_name
    return receipt_pdf(
        HandedOver(
            shop=order.shop.name,
            number=order.number,
            goods=ordered(order),
            handed=handed(order),
            points=order.handed_points,
            back=order.points - order.handed_points,
            person=name if is_own(by, order) else masked_name(name),
            by=order.handed_by.display_name,
            handed_at=order.handed_at,
            phone=order.shop.phone,
        )
    )


def _name(order_id: int, paper: int) -> str:
    return f"voucher {order_id} {paper}"
