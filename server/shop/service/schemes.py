"""Which scheme a shop belongs to: the nearest one above its area."""

from server.core.errors import Refusal
from server.points.models import Scheme
from server.points.service.schemes import scheme_at


class NoScheme(Refusal):
    code, title = "no_scheme", "这里还没有积分账套"
    detail = "请管理员先在“积分”里建账套，再开积分超市"


def nearest_scheme(path: str) -> Scheme:
    found = scheme_at(path)
    if found is None:
        raise NoScheme
    return found
