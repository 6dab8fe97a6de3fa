"""The two ways WeChat can fail us: it said no (do not ask again), or it did not answer (do)."""

CODE_INVALID = 40029
CODE_USED = 40163
USER_BLOCKED = 40226
TOO_OFTEN = 45011
NO_GRANT = 43101
VALUE_UNFIT = 47003
USER_NOT_ACTIVE = 61010  # has not opened the mini-program in the last two hours
WRONG_APP = 40013

TOKEN_BAD = frozenset({40001, 40014, 42001})
CONFIGURATION = frozenset({WRONG_APP, 40125, 40164, 40243, 41002, 50004, 50007, 61004, 89503})


class WeChatRefused(Exception):
    """WeChat understood and said no; `code` is its errcode. The same request will fail again."""

    def __init__(self, code: int, message: str, path: str):
        super().__init__(f"{path}: {code} {message}")
        self.code, self.message, self.path = code, message, path

    @property
    def is_configuration(self) -> bool:
        """Nobody but an administrator can cure it: wrong id or secret, address not listed, …"""
        return self.code in CONFIGURATION


class WeChatUnavailable(Exception):
    """No usable answer: busy, too slow, not reachable, not JSON. The same request may succeed."""

    def __init__(self, reason: str, path: str):
        super().__init__(f"{path}: {reason}")
        self.reason, self.path = reason, path
