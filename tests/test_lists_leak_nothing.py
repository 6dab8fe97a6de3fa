"""Lists hold what somebody may see, and of other people nothing but public cards."""

import pytest

from schemas.clock_words import TemplateKind, VisitResult
from schemas.people_words import DESK, Role
from server.core import clock
from server.tickets.kept import ReplyTemplate, ReturnVisit
from tests import make
from tests import make_tickets as tickets
from tests.permission_scene import actor

QUEUES = [
    f"/api/tickets/?view={view}&limit=100"
    for view in ("all", "intake", "dispatch", "soon", "overdue", "callback", "closed")
]
LISTS = [
    *QUEUES,
    "/api/tickets/mine",
    "/api/tickets/tasks",
    "/api/tickets/return_visits",
    "/api/tickets/return_visits?view=done",
    "/api/tickets/templates?area_id={here}",
    "/api/wishes/?limit=100",
    "/api/wishes/?view=mine",
    "/api/wishes/?view=done",
    "/api/messages/",
    "/api/people/persons?q=秘",
    "/api/people/persons/colleagues",
    "/api/people/volunteers",
]
SECRETS = ("秘阿婆", "秘丽华", "13800009999", "9栋 9单元 909", "秘密的话")
ROLES = ["resident", *(role.value for role in Role)]

AT_DESKS = {*DESK, Role.ADMINISTRATOR}  # they read names, and telephone numbers masked


@pytest.fixture
def elsewhere():
    """Another community, with a ticket of somebody in each state."""
    here, other = make.community(), make.community("城东社区")
    estate = make.estate("城东小区", other)
    worker = make.staff(at=other)
    for build in ("wish", "open_wish", "offered_wish", "claimed_wish", "done_wish", "closed_wish"):
        aunt = make.person("秘阿婆", real_name="秘丽华", phone="13800009999", estate=estate)
        ticket = getattr(tickets, build)(aunt)
        ticket.details.text, ticket.details.place = "秘密的话", "9栋 9单元 909"
        make.saved(ticket)
    _around(ticket, worker, "秘密的话")
    return here, worker


def _around(ticket, worker, words) -> None:
    """Its return visits, to be made and made, and a template that quotes it."""
    past = tickets.closed_wish(ticket.wisher)
    for of, result in ((ticket, None), (past, VisitResult.GOOD)):
        visit = ReturnVisit(ticket_id=of.id, due_on=clock.today(), result=result)
        if result:
            visit.words, visit.recorded_by_id, visit.recorded_at = words, worker.id, clock.now()
        make.saved(visit)
    area = worker.live_grants[0].area
    said = {"kind": TemplateKind.ANSWER, "title": "秘阿婆", "words": words}
    make.saved(ReplyTemplate(area_id=area.id, changed_by_id=worker.id, **said))


@pytest.mark.parametrize("role", ROLES)
def test_of_another_community_a_list_tells_nothing_personal(get, elsewhere, role):
    here, _ = elsewhere
    who = actor(role, here)
    for path in LISTS:
        answer = get(path.format(here=here.id), by=who)
        assert answer.status_code in (200, 403)
        assert not [secret for secret in SECRETS if secret in answer.text], path


@pytest.mark.parametrize("path", ["/api/wishes/?limit=100", "/api/wishes/?view=done"])
def test_whoever_is_not_signed_in_reads_cards_alone(get, elsewhere, path):
    answer = get(path)

    assert answer.json["items"]
    assert not [secret for secret in SECRETS if secret in answer.text]


def test_the_desk_there_reads_its_own_queue(get, elsewhere):
    _, worker = elsewhere

    assert len(get(QUEUES[0], by=worker).json["items"]) == 4


@pytest.mark.parametrize("role", [role for role in ROLES if role not in AT_DESKS])
def test_of_neighbours_residents_read_cards_alone(get, role):
    here = make.community()
    aunt = make.person("秘阿婆", phone="13800009999", estate=make.estate(of=here))
    for build in (tickets.wish, tickets.open_wish, tickets.claimed_wish):
        build(aunt)
    who = actor(role, here)
    for path in LISTS:
        text = get(path.format(here=here.id), by=who).text
        assert not [secret for secret in SECRETS if secret in text], path
