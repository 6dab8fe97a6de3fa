"""The town of a bench: volunteers who are signed in and have a duty at each of the sessions."""

from datetime import timedelta
from uuid import uuid4

from sqlalchemy import select, text

from schemas.occasion_words import Direction, OccasionKind
from schemas.occasions import PUBLISHED
from schemas.people_words import Level
from schemas.points_words import DonorKind, Given
from schemas.shop_words import Buyers, GoodsKind, ShopKind, ShopState
from server.core import clock
from server.core.db import db
from server.occasions import codes
from server.occasions.models import Session
from server.occasions.service import rewards
from server.people.actor import Actor
from server.people.places import Area
from server.people.tokens import Claims, write_token
from server.points import names
from server.points.earning import Donor, EarningRule, Pool
from server.points.models import Scheme
from server.points.service import funding
from server.shop.models import Goods, Shop

CREW = 4000
PEOPLE = text("""
    INSERT INTO persons (display_name, state, session_version, is_demo, made_at)
    SELECT '志愿者' || n, 'active', 1, false, now() FROM generate_series(1, :crew) n""")
ROLES = text("""
    INSERT INTO role_grants (person_id, role, area_id, since)
    SELECT id, 'volunteer', :area_id, current_date - 30 FROM persons
    WHERE display_name LIKE '志愿者%'""")
SIGN_INS = text("""
    INSERT INTO sign_ins (person_id, way, began_at)
    SELECT id, 'wechat', now() FROM persons WHERE display_name LIKE '志愿者%'
    RETURNING id, person_id""")
SEATS = text("""
    INSERT INTO signups (session_id, post_id, person_id, entered_by_id, state, walk_in, late, child,
                         made_at)
    SELECT :session_id, :post_id, id, id, 'signed', false, false, false, now()
    FROM persons WHERE display_name LIKE '志愿者%'""")
POST = text("""
    INSERT INTO posts (session_id, label, steward, skill, capacity, minimum, taken)
    VALUES (:session_id, '引导', false, '', :crew, 1, :crew) RETURNING id""")

LATER = (
    "UPDATE scans SET scanned_at = scanned_at - interval '40 min' WHERE session_id = :session_id",
    "UPDATE attendances SET in_at = in_at - interval '40 min' WHERE session_id = :session_id",
)
POINTS = 10_000_000


def found() -> tuple[Area, list[tuple[int, int]]]:
    """The estate, and (person, sign-in) of each volunteer."""
    area = Area(level=Level.ESTATE, name="幸福小区", code="BENCH", path="/")
    area.latitude, area.longitude = 25.49, 118.24
    db.session.add(area)
    db.session.flush()
    area.path = f"/{area.id}/"
    db.session.execute(PEOPLE, {"crew": CREW})
    db.session.execute(ROLES, {"area_id": area.id})
    crew = [(row.person_id, row.id) for row in db.session.execute(SIGN_INS)]
    fund(area, crew[0][0])
    db.session.commit()
    return area, crew


def later(at: Session) -> None:
    """Everybody who is there has been for forty minutes: one half hour is credited."""
    for change in LATER:
        db.session.execute(text(change), {"session_id": at.id})
    db.session.commit()


def fund(area: Area, by_id: int) -> None:
    """Half an hour is worth a point, with a cap on the month: what somebody has earned in all of it
    is looked at."""
    scheme = Scheme(area=area, name="幸福积分", lasts_months=24)
    db.session.add(scheme)
    db.session.flush()
    pool, donor = Pool(scheme=scheme, name="经费池"), Donor(scheme_id=scheme.id, name="社区经费")
    donor.kind = DonorKind.BUDGET
    rule = EarningRule(scheme_id=scheme.id, version=1, valid_from=clock.today(), made_by_id=by_id)
    rule.per_half_hour, rule.per_ticket, rule.month_most = 1, 1, POINTS
    db.session.add_all([pool, donor, rule])
    db.session.flush()
    form = {"given": Given.MONEY, "words": "经费", "fen": None, "points": POINTS}
    by = Actor(id=by_id, name="")
    funding.fund_pool(pool, form | {"donor_id": donor.id}, by=by)


def session(area: Area) -> Session:
    """A market day that runs now, at which everybody has a duty."""
    now = clock.now()
    row = Session(
        token=uuid4().hex,
        kind=OccasionKind.MARKET,
        area_id=area.id,
        on=clock.today(),
        starts_at=now - timedelta(hours=1),
        ends_at=now + timedelta(hours=2),
        title="近邻圩日",
        theme="",
        place="中心广场",
        incentive="",
        state=PUBLISHED,
        secret=uuid4().hex,
    )
    row.pool_id = db.session.scalar(select(Pool.id))
    db.session.add(row)
    db.session.flush()
    post_id = db.session.scalar(POST, {"session_id": row.id, "crew": CREW})
    db.session.execute(SEATS, {"session_id": row.id, "post_id": post_id})
    rewards.promise(row)
    db.session.commit()
    db.session.execute(text("ANALYZE"))
    db.session.commit()
    return row


# Everybody has points to spend, in one lot, of a pool that was funded with them.
PURSES = (
    """INSERT INTO accounts (scheme_id, name, kind, balance)
       SELECT :scheme_id, 'person:' || id, 'person', :each FROM persons
       WHERE display_name LIKE '志愿者%'""",
    """INSERT INTO postings (scheme_id, source, target, amount, why, reason, known, posted_at)
       SELECT :scheme_id, :pool, 'person:' || id, :each, 'grant', 'bench:' || id, '{}', now()
       FROM persons WHERE display_name LIKE '志愿者%'""",
    """INSERT INTO lots (scheme_id, person_id, posting_id, amount, "left", expires_on,
           first_on)
       SELECT scheme_id, substr(target, 8)::int, id, amount, amount, current_date + 400,
           current_date + 400
       FROM postings WHERE reason LIKE 'bench:%'""",
    """UPDATE accounts SET balance = balance - :each * (SELECT count(*) FROM lots)
       WHERE scheme_id = :scheme_id AND name = :pool""",
)


def shelf(area: Area, *, stock: int, price: int, each: int) -> Goods:
    """One hot item, and everybody with `each` points to spend on it."""
    pool = db.session.scalar(select(Pool))
    known = {"scheme_id": pool.scheme_id, "pool": names.pool(pool.id), "each": each}
    for fill in PURSES:
        db.session.execute(text(fill), known)
    shop = Shop(scheme_id=pool.scheme_id, area_id=area.id, kind=ShopKind.SHOP, name="积分超市")
    shop.place, shop.hours, shop.phone = "一楼", "每天", "0595-23522110"
    shop.state = ShopState.OPEN
    db.session.add(shop)
    db.session.flush()
    goods = Goods(shop_id=shop.id, kind=GoodsKind.GOODS, name="大米", words="", price=price)
    goods.stock, goods.buyers = stock, Buyers.EVERYBODY
    db.session.add(goods)
    db.session.commit()
    db.session.execute(text("ANALYZE"))
    db.session.commit()
    return goods


def tokens(crew: list[tuple[int, int]]) -> list[str]:
    return [write_token(Claims(person_id, sign_in_id, 1)) for person_id, sign_in_id in crew]


def asks_of_ours(at: Session, tokens: list[str], direction: Direction):
    """What each volunteer's telephone sends: the code that the screen shows at that moment."""

    def ask(token: str):
        step = codes.step_at(clock.now())
        code = codes.session_code(at.secret, at.id, direction, step)
        return "POST", "/api/occasions/scans", token, {"client_id": str(uuid4()), "code": code}

    return [lambda token=token: ask(token) for token in tokens]


def asks_of_floor(at: Session, people: list[int], direction: Direction):
    path = "/check_in" if direction is Direction.IN else "/check_out"

    def ask(person_id: int):
        sent = {"client_id": str(uuid4()), "session_id": at.id, "person_id": person_id}
        return "POST", path, None, sent

    return [lambda person_id=person_id: ask(person_id) for person_id in people]
