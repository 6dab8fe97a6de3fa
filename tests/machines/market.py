"""What the machine of points does things to: a funded scheme, its shop, and the people there."""

from schemas.people_words import Role
from schemas.points_words import DonorKind
from server.points.earning import Donor
from tests import make, make_points
from tests import make_shop as shop

FIRST = 60  # points in the pool at the start: soon there are too few
BUYERS = ("lin", "ming", "chen")
CREW = ("lin", "ming", "old")  # the last is another account of the first


class Town:
    def __init__(self):
        self.community = make.community()
        self.estate = make.estate(of=self.community)
        self.scheme = make_points.scheme(self.community)
        self.scheme.lasts_months = 2  # so that lots end while something is ordered
        make_points.rule(self.scheme, day_most=5, month_most=12, festival_times=2)
        self.pool = make_points.pool(self.scheme, FIRST)
        self.gifts = make_points.pool(self.scheme, 9, "赠池")
        donor = Donor(scheme_id=self.scheme.id, kind=DonorKind.MERCHANT, name="爱心商家")
        self.donor = make.saved(donor)
        self.store = shop.open_(self.community, scheme=self.scheme)
        self.goods = [
            shop.goods(self.store, stock=3, price=2, name="毛巾"),
            shop.goods(self.store, stock=2, price=5, name="大米", limit_count=1, limit_days=30),
        ]
        self.people = self._people()

    def _people(self) -> dict:
        boss = make.administrator(at=self.community)
        cast = {"boss": boss, "chen": make.person("陈阿姨", estate=self.estate)}
        for name in ("worker", "colleague"):
            cast[name] = make.staff(Role.COMMUNITY_STAFF, self.community, name)
        for name in CREW:
            cast[name] = make.person(name, estate=self.estate, made_by_id=cast["worker"].id)
            make.grant(cast[name], Role.VOLUNTEER, self.community)
        for name in BUYERS:
            make_points.filled(self.scheme, cast[name], 8)
        return cast | {"clerk": shop.keeper(self.store), "other_clerk": shop.keeper(self.store)}
