"""The names of accounts. A name says what the account is.

Accounts are locked in the order of their names, across all that is done in one transaction: what an
order holds, then people's, then what is planned, then pools and shops."""

from schemas.points_words import AccountKind

EXPIRED = "expired"


def purse(person_id: int) -> str:
    return f"person:{person_id}"


def whose(purse: str) -> int:
    return int(purse.split(":")[1])


def pending(person_id: int) -> str:
    return f"person:{person_id}:pending"


def pool(pool_id: int) -> str:
    return f"pool:{pool_id}"


def planned(reserve_id: int) -> str:
    return f"planned:{reserve_id}"


def donor(donor_id: int) -> str:
    return f"donor:{donor_id}"


def shop(shop_id: int) -> str:
    return f"shop:{shop_id}"


def clearing(order_id: int) -> str:
    """One for each order: counters do not wait for each other, and who looks sees which one holds
    what."""
    return f"clearing:{order_id}"


def kind_of(name: str) -> AccountKind:
    return AccountKind.PENDING if name.endswith(":pending") else AccountKind(name.split(":")[0])
