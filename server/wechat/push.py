"""Is this push message really from WeChat? Both its GET greeting and its POST events ask."""

import hashlib
import hmac


def sign(token: str, timestamp: str, nonce: str) -> str:
    return hashlib.sha1("".join(sorted([token, timestamp, nonce])).encode()).hexdigest()


def is_genuine(token: str, timestamp: str, nonce: str, signature: str) -> bool:
    """`token` is the one typed into WeChat's console; while it is empty nothing is genuine."""
    expected = sign(token, timestamp, nonce)
    return bool(token) and hmac.compare_digest(expected.encode(), signature.encode())
