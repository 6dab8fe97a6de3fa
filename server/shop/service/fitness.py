"""Whether somebody may have these goods: judged while their purse is held, so that of two orders of
one person the second sees the first."""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import exists, select, text

from schemas.people_words import VolunteerState
from schemas.shop_words import Buyers, ShopState
from server.core import clock
from server.core.db import db
from server.people import me
from server.people.models import Residency, Volunteer
from server.people.places import Area
from server.points import names
from server.points.models import Account, Scheme
from server.points.service.ledger import NotEnough
from server.shop.models import Goods, Shop
from server.shop.service.refusals import (
    GoodsChanged,
    LimitReached,
    NotForYou,
    OffShelf,
    OtherScheme,
    PriceChanged,
    ShopPaused,
)

# What they got counts, not what they asked for: fewer were there, or something else was given.
HAD = text("""
    SELECT coalesce(sum(coalesce(handed_count, count)), 0) FROM orders
    WHERE coalesce(handed_goods_id, goods_id) = :goods_id
      AND person_id = ANY(CAST(:ids AS int[]))
      AND state IN ('placed', 'handed') AND placed_at >= :since""")


def must_be_on_offer(goods: Goods, price: int, version: int | None = None) -> None:
    """As far as the page can know; the update that takes it looks again."""
    if goods.shop.state is not ShopState.OPEN:
        raise ShopPaused(goods.shop)
    must_lie_there(goods, price)
    if version not in (None, goods.version):
        raise GoodsChanged(goods)


def must_lie_there(goods: Goods, price: int) -> None:
    """Also where nothing new is ordered, but something else is given for what was."""
    if not goods.on_shelf:
        raise OffShelf
    if goods.price != price:
        raise PriceChanged(goods.price)


def must_be_for(goods: Goods, ids: Sequence[int], count: int) -> None:
    if not is_for(goods, ids):
        raise NotForYou(goods)
    if goods.limit_count is None:
        return
    known = {"goods_id": goods.id, "ids": list(ids), "since": days_ago(goods.limit_days)}
    had = db.session.scalar(HAD, known)
    if had + count > goods.limit_count:
        raise LimitReached(goods, had)


def must_have(goods: Goods, ids: Sequence[int], there: int, points: int) -> None:
    """`there`: what is in their purses of this scheme."""
    if there >= points:
        return
    if not there and (theirs := _elsewhere(goods.shop, ids)):
        raise OtherScheme(goods.shop, theirs)
    raise NotEnough


def _elsewhere(shop: Shop, ids: Sequence[int]) -> str | None:
    """The name of another scheme in which they have points."""
    purses = Account.name.in_([names.purse(id) for id in ids]), Account.balance > 0
    query = select(Scheme.name).join(Account, Account.scheme_id == Scheme.id)
    query = query.where(*purses, Scheme.id != shop.scheme_id)
    return db.session.scalar(query.order_by(Scheme.id).limit(1))


def is_for(goods: Goods, ids: Sequence[int]) -> bool:
    if goods.buyers is Buyers.EVERYBODY:
        return True
    if goods.buyers is Buyers.VOLUNTEERS:
        confirmed = Volunteer.state == VolunteerState.CONFIRMED
        return db.session.scalar(select(exists().where(Volunteer.person_id.in_(ids), confirmed)))
    return _lives_there(goods.shop.area, ids)


def _lives_there(area: Area, ids: Sequence[int]) -> bool:
    """As the desk has confirmed; where somebody says they live opens no shelf."""
    below = select(Area.id).where(Area.path.startswith(area.path, autoescape=True))
    theirs = Residency.person_id.in_(ids), me.live(Residency)
    confirmed = Residency.confirmed_at.is_not(None), Residency.estate_id.in_(below)
    return db.session.scalar(select(exists().where(*theirs, *confirmed)))


def days_ago(days: int) -> datetime:
    """The first moment of so many days, today counted."""
    return midnight(clock.today() - timedelta(days=days - 1))


def midnight(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=clock.SHANGHAI).astimezone(UTC)
