"""Somebody puts two accounts of their own together and proves both: signed in to one of them, with
a code for the number of the other."""

from schemas.people_words import Role
from server.core.db import db
from server.core.errors import Refusal
from server.people import account, merging, standing
from server.people.actor import Actor
from server.people.identities import PHONE, find_identity, set_phone, survivor
from server.people.models import Person, RoleGrant


class NothingToMerge(Refusal):
    code, title = "nothing_to_merge", "没有另一个账号"
    detail = "这个号码没有别的账号，可以直接添加为您的手机号"


def merge_me(form: dict, *, by: Actor) -> Person:
    """The account they are signed in to remains; unless the other has aliases, for those are one
    step long. Gives the one that remains."""
    phone = account.proven_phone(by.id, form)
    taken = find_identity(PHONE, phone)
    if taken is None or taken.person_id in by.ids:
        raise NothingToMerge
    mine, other = merging.lock_both(by.id, survivor(taken.person_id).id)
    person, keeper = (mine, other) if merging.has_aliases(other) else (other, mine)
    if refusal := standing.why_not_keep(person, standing.ways_in(person)):
        raise refusal
    merging.join(person, keeper, by=by)
    _complete(keeper, person)
    _carry_volunteering(keeper, person, by=by)
    words = "您用手机验证码把自己的两个账号合并了，原来的心愿和记录都在。"
    merging.tell(keeper, "账号已合并", f"{words}如果不是您做的，请告诉社区。")
    return keeper


def _complete(keeper: Person, person: Person) -> None:
    """What one of them never said, the other may have."""
    keeper.estate_id = keeper.estate_id or person.estate_id
    keeper.real_name = keeper.real_name or person.real_name
    if keeper.phone is None:
        set_phone(keeper, person.phone)


def _carry_volunteering(keeper: Person, person: Person, *, by: Actor) -> None:
    """A volunteer stays one: the role is looked up at the account that remains."""
    held = {grant.area_id for grant in keeper.live_grants if grant.role is Role.VOLUNTEER}
    for grant in person.live_grants:
        if grant.role is Role.VOLUNTEER and grant.area_id not in held:
            same = {"role": grant.role, "area_id": grant.area_id, "until": grant.until}
            db.session.add(RoleGrant(person_id=keeper.id, granted_by_id=by.id, **same))
