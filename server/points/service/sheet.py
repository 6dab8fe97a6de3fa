"""公开账目 of a scheme: where every point is that was ever donated. Sums only, nobody's own."""

from sqlalchemy import func, select

from schemas.points_words import AccountKind
from server.core import clock
from server.core.db import db
from server.people.models import Person
from server.points import upward
from server.points.earning import Pool
from server.points.models import Account, Lot, Scheme
from server.points.refunds import Refund
from server.points.service.earning_rules import NO_RULE, around_today


def sheet(scheme: Scheme) -> dict:
    """By kind of account, and what each shop has redeemed."""
    sums, returned = _by_kind(scheme), _returned(scheme)
    return {
        "scheme": scheme,
        "sums": sums,
        "donated": returned - sums.get(AccountKind.DONOR, 0),
        "returned": returned,
        "around": around_today([scheme.id]).get(scheme.id, NO_RULE),
        "by_shop": _by_shop(scheme),
        "holders": _holders(scheme),
        "made_at": clock.now(),
    }


def _by_kind(scheme: Scheme) -> dict[AccountKind, int]:
    query = select(Account.kind, func.sum(Account.balance)).where(Account.scheme_id == scheme.id)
    return {kind: int(amount) for kind, amount in db.session.execute(query.group_by(Account.kind))}


def _returned(scheme: Scheme) -> int:
    query = select(func.coalesce(func.sum(Refund.points), 0)).join(Pool)
    return db.session.scalar(query.where(Pool.scheme_id == scheme.id))


def _by_shop(scheme: Scheme) -> list[dict]:
    of_shops = Account.scheme_id == scheme.id, Account.kind == AccountKind.SHOP
    rows = db.session.execute(select(Account.name, Account.balance).where(*of_shops)).all()
    found = {int(name.split(":")[1]): amount for name, amount in rows}
    names = upward.tell("shops", set(found))
    return [
        {"shop_id": id, "shop_name": names.get(id), "amount": found[id]} for id in sorted(found)
    ]


def _holders(scheme: Scheme) -> int:
    """Persons, not accounts: whoever was merged is one with whom they became."""
    person = func.coalesce(Person.merged_into_id, Person.id)
    left = Lot.scheme_id == scheme.id, Lot.left > 0
    query = select(func.count(person.distinct())).join(Lot, Lot.person_id == Person.id)
    return db.session.scalar(query.where(*left))
