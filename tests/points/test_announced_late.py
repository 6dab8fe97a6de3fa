"""公示 of what could not be granted or paid at once: it arrives all the same."""

from datetime import date

from server.points.service import awards, reserving
from tests import make, make_points
from tests.points.serving import arrives, award, purse

UNTIL, MUCH_LATER = date(2026, 3, 10), "2026-06-10 02:00"


def over(*subjects: int) -> None:
    for subject in subjects:
        row = reserving.reserved("sessions", subject)
        reserving.release(row)
        awards.announce(row, UNTIL)


def test_what_a_cap_kept_back_arrives_when_the_cap_has_room(scheme, lin, clock):
    make_points.rule(scheme, day_most=4)
    pool = make_points.pool(scheme, 100)
    for subject in (1, 2):
        make_points.promised(pool, subject, units=8)
        award(scheme, lin, 4, subject)
    over(1, 2)

    award(scheme, lin, 0, 1, until=UNTIL)
    assert purse(scheme, lin) == (0, 4)

    arrives(scheme, lin, clock, MUCH_LATER)
    assert purse(scheme, lin) == (4, 0)


def test_what_the_pool_did_not_have_at_the_end_arrives_when_it_is_funded(scheme, clock, work):
    make_points.rule(scheme)
    pool, lin, chen = make_points.pool(scheme, 4), make.person("林师傅"), make.person("陈阿姨")
    make_points.promised(pool, units=4)
    for person in (chen, lin):
        award(scheme, person, 4)
    over(1)
    assert purse(scheme, lin) == (0, 0)

    make_points.fund(pool, 50)
    work()

    for person in (chen, lin):
        arrives(scheme, person, clock, MUCH_LATER)
        assert purse(scheme, person) == (4, 0)
