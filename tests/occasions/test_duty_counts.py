"""What lists of places, teams and numbers cost: twenty rows as many statements as one."""

import pytest

from schemas.occasions import MembershipState
from server.occasions.parts import Headcount, QueueNumber, Signup
from server.occasions.teams import Membership, Team
from tests import make
from tests import make_occasions as occasions
from tests.occasions.in_line import InLine


@pytest.fixture
def costs(get, count_queries):
    """(of one row, of twenty), the sign-in of the test not counted."""

    def asked(path, by) -> int:
        token = make.token(by)
        with count_queries() as statements:
            answer = get(path, token=token)
        assert answer.status_code == 200, answer.text
        return len(statements)

    def costs(path, by, build) -> tuple[int, int]:
        build(0)
        one = asked(path, by)
        for nth in range(1, 20):
            build(nth)
        return one, asked(path, by)

    return costs


@pytest.fixture
def queue(clock, post):
    return InLine(post)


def waits(person, duty, **given) -> Signup:
    row = Signup(session_id=duty.session_id, post_id=duty.id, person_id=person.id, **given)
    row.entered_by_id = person.id
    return make.saved(row)


def number(line, n: int, person) -> QueueNumber:
    row = QueueNumber(session_id=line.session_id, line_id=line.id, n=n, person_id=person.id)
    row.told_id = row.entered_by_id = person.id
    return make.saved(row)


def test_who_signed_up_for_a_session(places, costs):
    """Some have a seat, some wait, some with a team."""
    duty = occasions.post(places.session, capacity=10)
    team = make.saved(Team(area_id=places.estate.id, name="一队"))

    def build(nth):
        person = places.neighbour(f"志愿者{nth}")
        (waits if nth % 2 == 0 else occasions.signup)(person, duty, team_id=team.id)

    path = f"/api/occasions/sessions/{places.session.id}/signups"
    assert costs(path, places.worker, build) == (6, 6)


@pytest.mark.parametrize("past", ["false", "true"])
def test_my_places(places, costs, past):
    volunteer = places.volunteer()

    def build(nth):
        duty = occasions.post(places.market(days=-30 + nth if past == "true" else 3 + nth))
        waits(volunteer, duty)

    path = f"/api/occasions/signups/mine?past={past}"
    assert costs(path, volunteer, build) == (4, 4)


def test_children_whom_one_brought(places, costs):
    mother = places.volunteer()

    def build(nth):
        waits(places.neighbour(f"孩子{nth}"), places.duty, guardian_id=mother.id, child=True)

    assert costs("/api/occasions/signups/children", mother, build) == (2, 2)


def test_teams(places, costs):
    leader = places.volunteer("队长")

    def build(nth):
        known = {"area_id": places.estate.id, "leader_id": leader.id}
        team = make.saved(Team(name=f"{nth}队", **known))
        known = {"person_id": leader.id, "state": MembershipState.MEMBER}
        make.saved(Membership(team_id=team.id, **known))

    path = f"/api/occasions/teams?area_id={places.estate.id}"
    assert costs(path, places.worker, build) == (7, 7)


def test_members_of_a_team(places, costs):
    team = make.saved(Team(area_id=places.estate.id, name="一队"))

    def build(nth):
        person = places.volunteer(f"志愿者{nth}")
        make.saved(Membership(team_id=team.id, person_id=person.id))

    assert costs(f"/api/occasions/teams/{team.id}/members", places.worker, build) == (4, 4)


@pytest.mark.parametrize(("who", "cost"), [("crew", 8), ("desk", 6)])
def test_numbers_of_a_line(queue, costs, who, cost):
    by = queue.crew() if who == "crew" else queue.worker

    def build(nth):
        number(queue.line, nth + 1, queue.resident(f"居民{nth}"))

    assert costs(f"{queue.path()}/numbers", by, build) == (cost, cost)


def test_my_numbers(queue, costs):
    """In as many lines."""
    aunt, path = queue.resident(), "/api/occasions/numbers/mine"

    assert costs(path, aunt, lambda _: number(queue.another(), 1, aunt)) == (4, 4)


def test_counts_by_eye(queue, costs):
    def build(nth):
        known = {"session_id": queue.session.id, "counted_by_id": queue.worker.id}
        make.saved(Headcount(count=nth, **known))

    path = f"/api/occasions/sessions/{queue.session.id}/headcounts"
    assert costs(path, queue.worker, build) == (5, 5)


def test_the_page_of_a_session_with_its_posts_and_lines(queue, costs):
    """However many posts, lines and waiting people there are."""

    def build(nth):
        waits(queue.resident(f"志愿者{nth}"), occasions.post(queue.session, label=f"岗位{nth}"))
        number(queue.another(label=f"摊位{nth}"), 1, queue.resident(f"居民{nth}"))

    one, twenty = costs(f"/api/occasions/sessions/{queue.session.id}", queue.crew(), build)
    assert one == twenty <= 25
