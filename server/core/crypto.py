"""Columns nobody reads over the database's shoulder: encrypted text, a keyed hash to find it by.

DATA_KEY may hold several keys, newest first; LOOKUP_KEY is one, for a changed one finds nothing."""

import hmac
from base64 import urlsafe_b64encode
from hashlib import sha256

from cryptography.fernet import Fernet, MultiFernet
from sqlalchemy import Text, TypeDecorator

from server.core.keys import keys


class Encrypted(TypeDecorator):
    """Text that is stored as a Fernet token (AES-128-CBC, HMAC-SHA256). It cannot be searched."""

    impl = Text
    cache_ok = True

    def process_bind_param(self, value, dialect):
        return value if value is None else seal(value)

    def process_result_value(self, value, dialect):
        return value if value is None else unseal(value)


def seal(words: str) -> str:
    return _box().encrypt(words.encode()).decode()


def unseal(token: str) -> str:
    return _box().decrypt(token.encode()).decode()


def blind(purpose: str, value: str) -> str:
    """The keyed hash under which a value is found; the purpose keeps two columns from comparing."""
    (key,) = keys("LOOKUP_KEY", f"lookup:{purpose}")
    return hmac.new(key, value.encode(), sha256).hexdigest()


def _box() -> MultiFernet:
    return MultiFernet([Fernet(urlsafe_b64encode(key)) for key in keys("DATA_KEY", "columns")])
