"""What the people of the machine of points do. Each act takes three numbers: of them it makes who,
what and how many. A refusal is an answer, too; anything else is not."""

from datetime import timedelta

from sqlalchemy import select

from schemas.occasions import PLANNED
from server.core import clock as now
from server.core import jobs
from server.core.db import db
from server.occasions.models import Session
from server.occasions.parts import Post
from server.occasions.presence import Scan
from server.shop.parts import Order, Voucher
from tests import make_occasions as occasions
from tests import make_points
from tests import make_shop as shop
from tests.machines.market import BUYERS, CREW
from tests.work import work_off

SESSIONS, SHOP, POINTS = "/api/occasions/sessions", "/api/shop", "/api/points"
EVERY_NIGHT = (
    "points.mature_awards",
    "points.expire_lots",
    "shop.expire_orders",
    "points.return_left_over",
)
FINE = (200, 201, 403, 404, 409, 422, 429)
HOURS = (1, 3, 26, 24 * 5, 24 * 5, 24 * 16, 24 * 400)
MINUTES = (20, 45, 100, 130)
# Some happen more often than others.
ACTS = (
    *(["serve"] * 6),
    *(["order"] * 6),
    *(["hand_over", "cancel", "redeem", "time_goes_by", "grant"] * 3),
    *(["fund", "undo_a_scan", "stop", "repair", "change_places", "stock", "merge"] * 2),
    "another_pool",
)


class Trade:
    def __init__(self, town, web, clock):
        self.town, self.web, self.clock = town, web, clock

    # ---- earning

    def fund(self, n, m, k):
        form = {"donor_id": self.town.donor.id, "given": "goods", "words": "毛巾"}
        path = f"{POINTS}/pools/{self.town.pool.id}/fund"
        assert self._asks("worker", path, points=1 + 3 * n, **form).status_code == 201

    def another_pool(self, n, m, k):
        """One is closed; grants come out of a new one from then on, and go back to that."""
        closed = self._asks("worker", f"{POINTS}/pools/{self.town.gifts.id}/close")
        if closed.status_code == 200:
            self.town.gifts = make_points.pool(self.town.scheme, n, f"赠池 {closed.json['id']}")

    def serve(self, n, m, k):
        """A session of two hours: published if the pool reaches; who signs up comes and goes."""
        there = self._published(places=1 + n % 4, festival=n > 8)
        crew = [CREW[(m + i) % len(CREW)] for i in range(1 + m % len(CREW))]
        for who in crew:
            self._asks(who, f"/api/occasions/posts/{there.id}/sign_up")
        self.clock.forward(minutes=10)
        self._scan(crew, there.session, "in")
        self.clock.forward(minutes=MINUTES[k % len(MINUTES)])
        self._scan(crew, there.session, "out")

    def _published(self, places: int, *, festival: bool) -> Post:
        begins, lead = now.now() + timedelta(minutes=10), self.town.people["worker"]
        known = {"pool_id": self.town.pool.id, "festival": festival, "lead_id": lead.id}
        row = occasions.session(
            self.town.estate, state=PLANNED, kind="course", begins=begins, **known
        )
        there = occasions.post(row, capacity=places)
        self._asks("worker", f"{SESSIONS}/{row.id}/publish")
        return there

    def _scan(self, crew, at: Session, direction: str) -> None:
        code = occasions.screen_code(at, direction)
        for who in crew:
            self._asks(who, "/api/occasions/scans", client_id=occasions.scan_id(), code=code)

    def change_places(self, n, m, k):
        if there := self._one(Post, n):
            form = {"label": there.label, "capacity": 1 + m % 5, "minimum": 1, "steward": False}
            self._asks("worker", f"/api/occasions/posts/{there.id}/change", **form)

    def repair(self, n, m, k):
        """Somebody did not check out, or takes their minutes to be more."""
        if row := self._one(Session, n):
            form = {"client_id": occasions.scan_id(), "minutes": 30 * (1 + k % 3)}
            path, who = f"{SESSIONS}/{row.id}/repairs", CREW[m % len(CREW)]
            asked = self._asks(who, path, reason="忘了签退", **form)
            if asked.status_code == 201:
                self._asks("worker", f"/api/occasions/repairs/{asked.json['id']}/approve")

    def undo_a_scan(self, n, m, k):
        if scan := self._one(Scan, n):
            self._asks("colleague", f"/api/occasions/scans/{scan.id}/undo")

    def stop(self, n, m, k):
        if row := self._one(Session, n):
            step = "call_off" if m < 3 else "end"
            self._asks("worker", f"{SESSIONS}/{row.id}/{step}", words="因雨")

    def grant(self, n, m, k):
        who = self.town.people[BUYERS[m % len(BUYERS)]]
        pool = (self.town.pool, self.town.gifts)[k % 2]
        form = {"person_id": who.id, "pool_id": pool.id, "amount": 2 * n - 6}
        path = f"{POINTS}/schemes/{self.town.scheme.id}/grants"
        asked = self._asks("worker", path, words="帮忙搬桌椅", **form)
        if asked.status_code == 201:
            step, words = ("approve", {}) if k else ("decline", {"words": "不合规定"})
            self._asks("colleague", f"{POINTS}/grants/{asked.json['id']}/{step}", **words)

    def merge(self, n, m, k):
        """Two accounts of one person, or apart again."""
        old, lin = self.town.people["old"], self.town.people["lin"]
        step, by = ("unmerge", "boss") if old.merged_into_id else ("merge", "worker")
        form = {} if old.merged_into_id else {"into_id": lin.id}
        self._asks(by, f"/api/people/persons/{old.id}/{step}", **form)

    # ---- spending

    def order(self, n, m, k):
        goods, who = self._goods(n), BUYERS[m % len(BUYERS)]
        count = 1 if k < 8 else 2
        self._asks(who, shop.path(goods, "order"), count=count, price=goods.price)

    def redeem(self, n, m, k):
        """At the counter, by their code; they say yes or no on their telephone."""
        goods, who = self._goods(n), BUYERS[m % len(BUYERS)]
        code = occasions.own_code(self.town.people[who])
        found = self._asks("clerk", shop.path(self.town.store, "look_up"), code=code)
        if found.status_code != 200:
            return
        form = {"held": found.json["held"], "count": 1, "price": goods.price}
        asked = self._asks("clerk", shop.path(goods, "redeem"), surname_matches=True, **form)
        if asked.status_code == 201 and k:
            step = "confirm" if k > 2 else "decline"
            self._asks(who, f"{SHOP}/orders/{asked.json['id']}/{step}")

    def cancel(self, n, m, k):
        if order := self._one(Order, n):
            who = (*BUYERS, "clerk", "worker")[m % 5]
            self._asks(who, shop.path(order, "cancel"), words="不要了")

    def hand_over(self, n, m, k):
        """All of it, or one."""
        if voucher := self._one(Voucher, n):
            order = db.session.get_one(Order, voucher.order_id)
            form = {"shop_id": order.shop_id, "code": shop.code(order)}
            form |= {} if k else {"count": 1}
            who = ("clerk", "other_clerk")[m % 2]
            self._asks(who, shop.path(order, "hand_over"), **form)

    def stock(self, n, m, k):
        goods = self._goods(n)
        self._asks("clerk", shop.path(goods, "intake"), count=m)
        known = self._goods(n).stock
        form = {"counted": k, "known": known, "words": "盘点"}
        self._asks("clerk", shop.path(goods, "stocktake"), **form)
        self._asks("clerk", shop.path(goods, "spoiled"), count=1, words="受潮")

    def time_goes_by(self, n, m, k):
        self.clock.forward(hours=HOURS[n % len(HOURS)])
        for name in EVERY_NIGHT:
            jobs.defer(name, timestamp=0)
        work_off()
        db.session.expire_all()

    def _asks(self, who: str, path: str, **form):
        answer = self.web.post(path, by=self.town.people[who], **form)
        db.session.expire_all()
        merged = who == "old" and answer.status_code == 401
        assert merged or answer.status_code in FINE, (who, path, answer.text)
        return answer

    def _one(self, model, n: int):
        """The newest more often than the others."""
        keys = model.__mapper__.primary_key
        rows = db.session.scalars(select(model).order_by(*(key.desc() for key in keys))).all()
        return rows[n // 3 % len(rows)] if rows else None

    def _goods(self, n: int):
        return self.town.goods[n % len(self.town.goods)]
