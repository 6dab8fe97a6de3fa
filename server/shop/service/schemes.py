"""Which scheme a shop belongs to: the nearest one above its area."""

from server.core.errors import Refusal
from server.points.models import Scheme
from server.points.service.schemes import scheme_at


class NoScheme(Refusal):
    code, title = "no_scheme", "这里还没有设立积分"
    detail = "请社区工作者或管理员先在 工作台 → 积分管理 里设立积分，再开店"


def nearest_scheme(path: str) -> Scheme:
    found = scheme_at(path)
    if found is None:
        raise NoScheme
    return found
