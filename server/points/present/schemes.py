"""Schemes, pools, donors, rules of earning and the balance sheet as they are shown."""

from sqlalchemy import and_, func, select

from server.core import clock
from server.core.db import db
from server.core.paging import Page
from server.people.actor import Actor
from server.people.answerable import named
from server.points import names, rules
from server.points.earning import Donor, EarningRule, Funding, Pool, Reserve
from server.points.models import Account, Scheme
from server.points.service import ledger, reserving
from server.points.service.earning_rules import NO_RULE, Around, around_today, in_words

BUTTONS = {
    "change": "修改",
    "make_pool": "新建积分池",
    "make_donor": "登记资金来源",
    "make_rule": "定新规则",
}


def schemes(actor: Actor, rows: list[Scheme]) -> dict:
    found = around_today([row.id for row in rows])
    return {"items": [_scheme(actor, row, found.get(row.id, NO_RULE)) for row in rows]}


def scheme(actor: Actor, row: Scheme) -> dict:
    (shown,) = schemes(actor, [row])["items"]
    return shown


def _scheme(actor: Actor, row: Scheme, around: Around) -> dict:
    known = {n: getattr(row, n) for n in ["id", "area_id", "name", "lasts_months", "opened_at"]}
    buttons = BUTTONS if rules.keeps(actor, row) else {}
    if rules.ask_grant(actor, row):
        buttons = buttons | {"ask_grant": "人工发放或扣减"}
    return known | {
        "area_name": row.area.name,
        **earning(around),
        "actions": _buttons(buttons),
    }


def earning(around: Around) -> dict:
    """How points are earned, today and from an announced day on."""
    held, comes = around
    coming = comes and {"valid_from": comes.valid_from, "words": in_words(comes)}
    return {"earning_words": held and in_words(held), "coming": coming}


def _buttons(labels: dict[str, str]) -> list[dict]:
    return [{"action": name, "label": label} for name, label in labels.items()]


# ---- pools and donors


def pools_of(actor: Actor, found: tuple[Scheme, list[Pool]]) -> dict:
    scheme, rows = found
    return pools(actor, rows) | {"kept_by": named(rules.KEEPERS, scheme.area.path)}


def pools(actor: Actor, rows: list[Pool]) -> dict:
    there = ledger.balances(rows[0].scheme_id, [names.pool(row.id) for row in rows]) if rows else {}
    planned = _planned([row.id for row in rows])
    return {"items": [_pool(actor, row, there, planned) for row in rows]}


def paying_pools(actor: Actor, rows: list[Pool]) -> dict:
    found = around_today([row.scheme_id for row in rows])
    wanted = {row.scheme_id: [] for row in rows}
    for row in rows:
        wanted[row.scheme_id].append(names.pool(row.id))
    there = {of: ledger.balances(of, accounts) for of, accounts in wanted.items()}
    return {"items": [_paying(row, there, found.get(row.scheme_id, NO_RULE)) for row in rows]}


def _paying(row: Pool, there: dict, around: Around) -> dict:
    rule = around.holds
    return {
        "id": row.id,
        "name": row.name,
        "scheme_id": row.scheme_id,
        "scheme_name": row.scheme.name,
        "there": there[row.scheme_id][names.pool(row.id)],
        "words": rule and in_words(rule, "sessions"),
        "festival_times": rule.festival_times if rule else 1,
    }


def pool(actor: Actor, row: Pool) -> dict:
    (shown,) = pools(actor, [row])["items"]
    return shown


def _planned(ids: list[int]) -> dict[int, int]:
    """By pool, what is in the accounts of what was promised out of it."""
    name = func.concat("planned:", Reserve.id)
    same = and_(Account.scheme_id == Reserve.scheme_id, Account.name == name)
    live = Reserve.pool_id.in_(ids), Reserve.released_at.is_(None)
    query = select(Reserve.pool_id, func.sum(Account.balance)).join(Account, same)
    return dict(db.session.execute(query.where(*live).group_by(Reserve.pool_id)).all())


def _pool(actor: Actor, row: Pool, there: dict, planned: dict) -> dict:
    kept = row.closed_on is None and rules.keeps_pool(actor, row)
    pays = "不再用来答谢心愿" if row.pays_tickets else "用来答谢心愿"
    buttons = {"fund": "注入积分", "pay_tickets": pays, "close": "停用"}
    return {
        "id": row.id,
        "scheme_id": row.scheme_id,
        "name": row.name,
        "there": there[names.pool(row.id)],
        "planned": int(planned.get(row.id, 0)),
        "pays_tickets": row.pays_tickets,
        "closed_on": row.closed_on,
        "actions": _buttons(buttons if kept else {}),
    }


def donors(actor: Actor, rows: list[Donor]) -> dict:
    wanted = [names.donor(row.id) for row in rows]
    there = ledger.balances(rows[0].scheme_id, wanted) if rows else {}
    return {"items": [_donor(row, -there[names.donor(row.id)]) for row in rows]}


def donor(actor: Actor, row: Donor) -> dict:
    (shown,) = donors(actor, [row])["items"]
    return shown


def _donor(row: Donor, given: int) -> dict:
    known = {name: getattr(row, name) for name in ["id", "kind", "name", "unit_id"]}
    return known | {"kind_label": row.kind.label, "given": given}


def fundings(actor: Actor, found: Page) -> Page:
    return Page([funding(actor, row) for row in found.items], found.next)


def funding(actor: Actor, row: Funding) -> dict:
    columns = "id pool_id donor_id given words fen points at"
    return {name: getattr(row, name) for name in columns.split()} | {
        "pool_name": row.pool.name,
        "donor_name": row.donor.name,
        "given_label": row.given.label,
    }


# ---- rules of earning


def earning_rules(actor: Actor, rows: list[EarningRule]) -> dict:
    """The one that holds: of those that have begun the one that began last."""
    begun = [row for row in rows if row.valid_from <= clock.today()]
    held = max(begun, key=lambda row: (row.valid_from, row.version), default=None)
    return {"items": [_rule(row, row is held) for row in rows]}


def earning_rule(actor: Actor, row: EarningRule) -> dict:
    held = reserving.rule_on(row.scheme_id, clock.today())
    return _rule(row, row is held)


def _rule(row: EarningRule, holds: bool) -> dict:
    columns = "id version valid_from per_half_hour per_ticket day_most month_most festival_times"
    known = {name: getattr(row, name) for name in f"{columns} made_at".split()}
    return known | {"holds": holds, "words": in_words(row)}
