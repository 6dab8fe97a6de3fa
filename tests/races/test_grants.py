"""Two agree to the same grant at once, many spend the same pool, two persons owe two pools
crosswise: each happens once, nothing is made up, and nobody waits in a circle."""

from schemas.people_words import Role
from server.core.db import db
from server.points import audit, names
from server.points.service import awards, ledger, maturing
from tests import make, make_points

ROUNDS = 10


def approve(grant, by):
    token = make.token(by)
    return lambda web: web.post(f"/api/points/grants/{grant.id}/approve", token=token)


def scheme_with_desk(clerks: int):
    area = make.community()
    scheme = make_points.scheme(area)
    make_points.rule(scheme)
    return scheme, [make.staff(Role.SOCIAL_WORKER, at=area) for _ in range(clerks)]


def there(scheme, name: str) -> int:
    db.session.rollback()
    return ledger.balances(scheme.id, [name])[name]


def test_agreed_to_by_two_at_once_it_moves_once(together):
    scheme, clerks = scheme_with_desk(4)
    pool, lin = make_points.pool(scheme, 100), make.person("林师傅")
    grant = make_points.asked(pool, lin, 30)
    told = together(*(approve(grant, clerk) for clerk in clerks))

    assert sorted(answer.status_code for answer in told) == [200, 409, 409, 409]
    assert there(scheme, names.purse(lin.id)) == 30
    assert list(audit.findings()) == []


def test_a_pool_gives_what_it_has(together):
    scheme, (clerk,) = scheme_with_desk(1)
    pool = make_points.pool(scheme, 25, "小池")
    grants = [make_points.asked(pool, make.person("林师傅"), 10) for _ in range(6)]
    told = together(*(approve(grant, clerk) for grant in grants))

    assert sorted(answer.status_code for answer in told) == [200, 200, 409, 409, 409, 409]
    assert there(scheme, names.pool(pool.id)) == 5
    assert list(audit.findings()) == []


def test_debts_to_two_pools_are_paid_crosswise(together, app):
    """Each owes to both pools, in the other order; what they earn arrives at the same moment."""
    scheme, _ = scheme_with_desk(0)
    first, second = (make_points.pool(scheme, 5000, f"池 {n}") for n in range(2))
    lin, chen = make.person("林师傅"), make.person("陈阿姨")
    for n in range(ROUNDS):
        for pool, person in ((first, lin), (second, lin), (second, chen), (first, chen)):
            make_points.granted(pool, person, -4)
        for subject in (2 * n + 1, 2 * n + 2):
            serve(scheme, first, subject, lin, chen)
        together(*(arrive(app, scheme.id, person.id) for person in (lin, chen)))

    assert [there(scheme, names.purse(person.id)) for person in (lin, chen)] == [0, 0]
    assert list(audit.findings()) == []


def serve(scheme, pool, subject, *people):
    make_points.promised(pool, subject, units=20)
    for person in people:
        served = make_points.served(person, 4, subject, until=make_points.yesterday())
        awards.award(scheme.id, served)
    db.session.commit()


def arrive(app, scheme_id: int, person_id: int):
    def work(_):
        with app.app_context():
            maturing.mature(scheme_id, (person_id,))
            db.session.commit()

    return work
