"""What an account is, as far as that decides what can be done with it: asked by the page, which
then shows no button, and by the service, which refuses."""

from collections.abc import Collection

from sqlalchemy import select

from schemas.people_words import PersonState
from server.core.db import db
from server.core.errors import Refusal
from server.people.identities import PASSWORD
from server.people.models import Identity, Person
from server.people.person_rules import offices


class MergedAway(Refusal):
    code, title = "merged_away", "这个账号已经合并"
    detail = "请在合并到的那个账号上办理"


class NotMerged(Refusal):
    code, title, detail = "not_merged", "这个账号没有合并过", "请刷新后再看"


class AccountOff(Refusal):
    code, title = "account_off", "账号已停用"
    detail = "请先恢复这个账号；如果是您自己的，请联系社区"


class WorkAccount(Refusal):
    code, title = "work_account", "工作账号不能合并"
    detail = "请让管理员给常用账号加角色"


class OwnersMerge(Refusal):
    """Only accounts that nobody signs in to are put together by a desk."""

    code, title = "owners_merge", "这个账号要由本人合并"
    detail = "工作人员只能合并代为登记、没有人登录的账号。请本人登录后，在“手机号”里用验证码合并"


WHILE_ON = ("merge", "grant_role", "set_staff_name", "set_real_name")


def ways_in(person: Person) -> list[str]:
    kinds = select(Identity.kind).where(Identity.person_id == person.id).order_by(Identity.id)
    return db.session.scalars(kinds).all()


def why_not(action: str, person: Person, ways: Collection[str]) -> type[Refusal] | None:
    """What stands against an action of staff, whoever asks; `ways` are the person's ways in."""
    if action == "unmerge":
        return None if person.merged_into_id else NotMerged
    if person.merged_into_id and action != "reveal":
        return MergedAway
    if person.state is not PersonState.ACTIVE and action in WHILE_ON:
        return AccountOff
    return _why_no_alias(person, ways) if action == "merge" else None


def why_not_keep(person: Person, ways: Collection[str]) -> type[Refusal] | None:
    """What stands against putting another account into this one."""
    if person.merged_into_id:
        return MergedAway
    if person.state is not PersonState.ACTIVE:
        return AccountOff
    return WorkAccount if is_for_work(person, ways) else None


def is_for_work(person: Person, ways: Collection[str]) -> bool:
    return PASSWORD in ways or bool(offices(person))


def possible(action: str, person: Person) -> None:
    """Or the refusal that says why not."""
    if refusal := why_not(action, person, ways_in(person)):
        raise refusal


def _why_no_alias(person: Person, ways: Collection[str]) -> type[Refusal] | None:
    if is_for_work(person, ways):
        return WorkAccount
    return OwnersMerge if ways or person.made_by_id is None else None
