"""Keys: one secret in the settings, and a key of its own for each purpose derived from it."""

from functools import cache

from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from flask import current_app


def keys(setting: str, purpose: str) -> list[bytes]:
    """32 bytes for each secret, newest first: write with the first, read with all."""
    return [derive(secret, purpose) for secret in current_app.config[setting].split(",")]


@cache
def derive(secret: str, purpose: str) -> bytes:
    kdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=purpose.encode())
    return kdf.derive(secret.strip().encode())
