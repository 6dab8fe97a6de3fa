"""Passwords of staff: argon2id, tried a few times, changed when somebody else chose them."""

from functools import cache

from argon2 import PasswordHasher
from argon2.exceptions import VerificationError

from server.core.errors import Refusal
from server.people import throttle
from server.people.identities import PASSWORD, find_identity
from server.people.models import Identity

HASHER = PasswordHasher(time_cost=2, memory_cost=19 * 1024, parallelism=1)  # 27 ms


class NameOrPasswordWrong(Refusal):
    """Never says which of the two."""

    code, title = "name_or_password_wrong", "名字或密码不对"
    detail = "请检查后再试；忘记密码请联系管理员"


class PasswordWeak(Refusal):
    status, code, title = 422, "malformed", "填写有误"
    detail = "请检查标出的内容"


def hash_password(name: str, password: str, *, field: str) -> str:
    """`field` of the form is at fault where it is weak."""
    kinds = (str.isdigit, str.islower, str.isupper, lambda sign: not sign.isalnum())
    if sum(any(map(kind, password)) for kind in kinds) < 3 or name.lower() in password.lower():
        words = "至少 8 位，含大写字母、小写字母、数字、符号中的三种，且不含登录名"
        raise PasswordWeak(**{field: words})
    return HASHER.hash(password)


def check_password(name: str, password: str) -> Identity:
    """The identity, or NameOrPasswordWrong, or TooManyTries before anything is hashed."""
    name = name.lower()
    account = throttle.password_of(name)
    throttle.count_try(*account, throttle.address())
    identity = find_identity(PASSWORD, name)
    if not _verify(identity.password_hash if identity else _nobodys(), password) or not identity:
        raise NameOrPasswordWrong
    forget_tries(name)
    return identity


def forget_tries(name: str) -> None:
    throttle.forget_tries(*throttle.password_of(name))


def _verify(hashed: str, password: str) -> bool:
    try:
        return HASHER.verify(hashed, password)
    except VerificationError:
        return False


@cache
def _nobodys() -> str:
    """An unknown name takes as long as a known one."""
    return HASHER.hash("nobody has this password")
