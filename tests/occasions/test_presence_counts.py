"""What presence costs in statements: a scan four, a list of twenty as many as a list of one."""

import pytest

from tests import make
from tests import make_occasions as occasions
from tests.occasions.scanner import Scanner


@pytest.fixture
def asked(get, count_queries):
    def ask(path, by) -> int:
        token = make.token(by)
        with count_queries() as statements:
            answer = get(path, token=token)
        assert answer.status_code == 200, answer.text
        return len(statements)

    return ask


@pytest.fixture
def scanned(door, count_queries):
    """How many statements a scan of one's own costs."""

    def scan(who, direction="in", **more) -> int:
        token, code = make.token(who), occasions.screen_code(door.session, direction)
        form = {"client_id": occasions.scan_id(), "code": code} | more
        with count_queries() as statements:
            answer = door.post("/api/occasions/scans", token=token, **form)
        assert answer.json["status"] == "accepted", answer.text
        return len(statements)

    return scan


def test_a_check_in_costs_four_statements(door, scanned):
    """Who asks, the session with their seat, the scan, the attendance."""
    assert scanned(door.volunteer()) == 4


def test_a_check_out_costs_six(door, scanned, clock):
    """And the scans that count, and what they come to."""
    volunteer = door.volunteer()
    scanned(volunteer)
    clock.forward(minutes=30)

    assert scanned(volunteer, "out") == 6


def test_an_upload_of_more_costs_a_fixed_number_for_each(door, count_queries):
    scanner = Scanner.enrolled(door, door.steward())
    people = [door.volunteer(str(n)) for n in range(12)]
    for person in people:
        scanner.sees(person)
    costs = []
    for items in (scanner.waiting[:1], scanner.waiting[1:3], scanner.waiting[3:12]):
        with count_queries() as statements:
            scanner.told(items)
        costs.append(len(statements))
    two, nine = costs[1:]

    assert nine - two == 7 * 6


def twenty(asked, path, by, build) -> tuple[int, int]:
    build(0)
    one = asked(path, by)
    for number in range(1, 20):
        build(number)
    return one, asked(path, by)


def test_the_page_of_whoever_runs_it(door, asked, clock):
    worker = door.worker()
    clock.forward(minutes=60)

    def build(number):
        volunteer = door.volunteer(f"志愿者{number}")
        door.scan(volunteer, phone_id="phone-of-one")
        door.scan(volunteer, "out")
        form = {"client_id": occasions.scan_id(), "minutes": 30, "reason": "忘了"}
        door.post(f"{door.path}/repairs", by=volunteer, **form)

    one, many = twenty(asked, f"{door.path}/present", worker, build)

    assert one == many == 14


def test_what_looks_odd(door, asked):
    worker = door.worker()
    one, many = twenty(
        asked, f"{door.path}/oddities", worker, lambda n: door.scan(door.volunteer(str(n)), "out")
    )

    assert one == many == 11


def test_the_roster(door, asked):
    worker = door.worker()
    one, many = twenty(asked, f"{door.path}/roster", worker, lambda n: door.volunteer(str(n)))

    assert one == many == 4


def test_the_repairs_of_a_desk(door, asked, clock):
    worker = door.worker()
    clock.forward(minutes=60)

    def build(number):
        volunteer = door.volunteer(f"志愿者{number}")
        form = {"client_id": occasions.scan_id(), "minutes": 30, "reason": "忘了"}
        door.post(f"{door.path}/repairs", by=volunteer, **form)

    one, many = twenty(asked, "/api/occasions/repairs", worker, build)

    assert one == many == 3


@pytest.mark.parametrize(("path", "cost"), [("record", 6), ("record/days", 3)])
def test_my_record(door, asked, post, path, cost):
    volunteer = door.volunteer()

    def build(number):
        session = occasions.session(door.session.area)
        occasions.signup(volunteer, occasions.post(session))
        code = occasions.screen_code(session)
        form = {"client_id": occasions.scan_id(), "code": code}
        post("/api/occasions/scans", by=volunteer, **form)

    one, many = twenty(asked, f"/api/occasions/{path}", volunteer, build)

    assert one == many == cost


def test_devices(door, asked):
    worker = door.worker()
    one, many = twenty(
        asked,
        "/api/occasions/devices",
        worker,
        lambda n: occasions.device(door.session.area, secret=f"secret {n}"),
    )

    assert one == many == 2


def test_what_is_announced(door, asked, clock):
    worker = door.worker()
    volunteers = [door.volunteer(str(n)) for n in range(5)]
    for volunteer in volunteers:
        door.scan(volunteer)
    clock.forward(minutes=60)
    for volunteer in volunteers:
        door.scan(volunteer, "out")
    door.end(worker)

    assert asked(f"{door.path}/announced", worker) == 4


def test_finding_somebody(door, asked):
    worker = door.worker()
    one, many = twenty(asked, f"{door.path}/find?q=志", worker, lambda n: door.volunteer(f"志{n}"))

    assert one == many == 5
