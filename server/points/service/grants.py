"""人工发放 and 扣减: asked for by one, agreed to by another; neither for themselves."""

from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from schemas.points_words import GrantState, Why
from server.core import clock
from server.core.db import db
from server.core.errors import Malformed, Refusal
from server.core.moves import begin, move
from server.core.paging import Page, page
from server.messages.service import tell
from server.people import service as people
from server.people.actor import Actor
from server.people.aliases import everybody
from server.people.models import Person
from server.points import names, rules, upward
from server.points.earning import Debt, Grant, Pool
from server.points.models import Scheme
from server.points.service import debts, ledger, purses
from server.points.service.ledger import Entry
from server.points.service.lines import OFFICIALS
from server.points.service.pools import PoolClosed, still_open
from server.points.service.purses import Cause


class ForYourself(Refusal):
    code, title = "grant_to_yourself", "不能给自己加减积分"
    detail = "请由另一位同事登记，再由第三位同事确认"


class SecondPerson(Refusal):
    code, title, detail = "second_person", "要由第二个人确认", "这一笔是您登记的，请另一位同事确认"


class OfficialsEarnNone(Refusal):
    code, title = "officials_earn_none", "工作人员不记积分"
    detail = "这位是本地工作人员，按规定不发放积分"


class PoolShort(Refusal):
    code, title = "pool_short", "积分池里不够发"

    def __init__(self, pool: Pool, there: int, needed: int):
        super().__init__(
            f"“{pool.name}”还有 {there} 分，这一笔要发 {needed} 分。请先注入资金，或换一个积分池"
        )


def ask_grant(scheme: Scheme, form: dict, *, by: Actor) -> Grant:
    """Nothing moves before somebody else has agreed."""
    person = _holder(form["person_id"], by)
    pool = db.session.get(Pool, form["pool_id"])
    if pool is None or pool.scheme_id != scheme.id:
        raise Malformed(pool_id="请选择这种积分自己的积分池")
    if pool.closed_on:
        raise PoolClosed
    _may_get(person, form["amount"], scheme)
    known = {name: form[name] for name in ("amount", "words")}
    grant = Grant(scheme=scheme, pool=pool, person=person, asked_by_id=by.id, **known)
    begin(grant, "ask", by=by)
    return grant


def _holder(person_id: int, by: Actor) -> Person:
    """Somebody else whom they may see; of merged accounts the one that remains."""
    seen = select(Person).where(Person.id == person_id, rules.holders(by, *rules.DESKS))
    found = db.session.scalar(seen)
    if found is None:
        raise Malformed(person_id="没有找到这个人，请重新选择")
    (first, *_) = everybody(found.id)
    if first in by.ids:
        raise ForYourself
    people.here_now(first)
    return db.session.get_one(Person, first)


def _may_get(person: Person, amount: int, scheme: Scheme) -> None:
    if amount > 0 and people.holds_around(person, OFFICIALS, scheme.area):
        raise OfficialsEarnNone


def approve_grant(grant: Grant, *, by: Actor) -> Grant:
    """The points move now. The caller holds the row."""
    ids = everybody(grant.person_id)
    _judge(grant, "approve", ids, by=by)
    cause = Cause(Why.DEDUCT, f"grant:{grant.id}", _known(grant), by.id)
    if grant.amount > 0:
        _may_get(db.session.get_one(Person, ids[0]), grant.amount, grant.scheme)
        _give(grant, ids, cause._replace(why=Why.GRANT))
        _tell_given(grant, ids[0])
    else:
        _tell_taken(grant, ids[0], owed=_take(grant, ids, cause))
    return grant


def decline_grant(grant: Grant, form: dict, *, by: Actor) -> Grant:
    """The caller holds the row."""
    _judge(grant, "decline", everybody(grant.person_id), by=by)
    grant.answer = form["words"]
    words = f"您登记的一笔人工{_kind(grant)}没有同意：{grant.answer}"
    reason, link = f"grant:{grant.id}:declined", ("grant", grant.id)
    tell(grant.asked_by_id, "人工积分未同意", words, reason=reason, link=link)
    return grant


def _judge(grant: Grant, action: str, ids: tuple[int, ...], *, by: Actor) -> None:
    if grant.asked_by_id in by.ids:
        raise SecondPerson
    asked_for_themselves = action == "approve" and grant.asked_by_id in ids  # merged since
    if by.id in ids or asked_for_themselves:
        raise ForYourself
    move(grant, action, by=by)
    grant.judged_by_id, grant.judged_at = by.id, clock.now()


def _give(grant: Grant, ids: tuple[int, ...], cause: Cause) -> None:
    """Into the purse as a lot of its own; what they owe is paid out of it at once, in plain sight:
    both are lines of their statement."""
    purses.hold_purses(grant.scheme_id, ids)
    pool, purse = names.pool(grant.pool_id), names.purse(ids[0])
    there = debts.hold_pools(grant.scheme_id, ids, grant.pool_id)[pool]
    still_open(grant.pool)
    if there < grant.amount:
        raise PoolShort(grant.pool, there, grant.amount)
    entry = Entry(pool, purse, grant.amount, cause.why, cause.reason, cause.known)
    (posting,) = ledger.post(grant.scheme_id, entry, by=cause.by)
    lasts = grant.scheme.lasts_months
    purses.put_in(grant.scheme_id, ids[0], posting, grant.amount, lasts)
    debts.repay(grant.scheme_id, ids, grant.amount, cause)


def _take(grant: Grant, ids: tuple[int, ...], cause: Cause) -> int:
    purses.hold_purses(grant.scheme_id, ids)
    ledger.hold(grant.scheme_id, names.pool(grant.pool_id))
    return debts.take(grant.scheme_id, ids, -grant.amount, grant.pool_id, cause)


def _known(grant: Grant) -> dict:
    return {"grants": grant.id, "asked_by": grant.asked_by_id, "agreed_by": grant.judged_by_id}


def _kind(grant: Grant) -> str:
    return "发放" if grant.amount > 0 else "扣减"


def _tell_given(grant: Grant, person_id: int) -> None:
    words = f"{grant.scheme.name}人工发放：{grant.words}。"
    _tell_holder(grant, person_id, f"您的积分增加了 {grant.amount} 分", words)


def _tell_taken(grant: Grant, person_id: int, *, owed: int) -> None:
    """The number on the statement: what was there and is gone. The rest in words."""
    taken = -grant.amount - owed
    title = f"您的积分减少了 {taken} 分" if taken else "社区要扣回一些积分"
    words = f"{grant.scheme.name}人工扣减：{grant.words}。"
    if owed:
        words += f"一共要扣 {-grant.amount} 分，还差 {owed} 分，不用您现在还，以后到账的先扣。"
    _tell_holder(grant, person_id, title, words)


def _tell_holder(grant: Grant, person_id: int, title: str, words: str) -> None:
    words += "有疑问请告诉社区。"
    tell(person_id, title, words, reason=f"grant:{grant.id}", link=("purse", grant.scheme_id))


# ---- looked at


def list_grants(query, form: dict) -> Page:
    for name in ("scheme_id", "state"):
        if name in form:
            query = query.where(getattr(Grant, name) == form[name])
    shown = joinedload(Grant.person), joinedload(Grant.pool)
    query = query.options(*shown, joinedload(Grant.scheme).joinedload(Scheme.area))
    return page(query, form, order=(Grant.id.desc(),))


def waiting_grants(actor: Actor) -> int:
    """How many wait for this very person to agree; for the 工作台."""
    theirs = rules.within(Scheme.area_id, actor.paths(*rules.DESKS))
    others = Grant.asked_by_id.not_in(actor.ids), Grant.person_id.not_in(actor.ids)
    query = select(func.count()).select_from(Grant).join(Scheme, Scheme.id == Grant.scheme_id)
    return db.session.scalar(query.where(Grant.state == GrantState.ASKED, theirs, *others))


def told(ids: set[int]) -> dict[int, str]:
    """Why, as it was written down; and what is more than the line on which it stands."""
    short = Debt.reason == func.concat("grant:", Grant.id)
    query = select(Grant, Debt.amount).outerjoin(Debt, short).where(Grant.id.in_(ids))
    return {row.id: row.words + _short(row, owed) for row, owed in db.session.execute(query)}


def _short(grant: Grant, owed: int | None) -> str:
    return f"（一共要扣 {-grant.amount} 分，当时差 {owed} 分）" if owed else ""


upward.told[Grant.__tablename__] = told
