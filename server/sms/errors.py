"""The two ways a short message can fail: refused for good, or not delivered to the gateway yet."""


class SmsRefused(Exception):
    """The gateway said no; `code` is its word for why. The same message will fail again."""

    def __init__(self, code: str, message: str):
        super().__init__(f"{code}: {message}")
        self.code, self.message = code, message


class SmsUnavailable(Exception):
    """No usable answer; the same message with the same id may be sent again without harm."""
