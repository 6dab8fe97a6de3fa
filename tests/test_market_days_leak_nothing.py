"""Whatever is read of market days, presence and figures: of other people nothing personal. Each GET
is tried, so that a new one is tried as well."""

import pytest
from flask import url_for

from schemas.people_words import DESK, Role
from server.core.db import db
from server.markets.routes import api as markets
from server.occasions.parts import Line, QueueNumber, Signup
from server.occasions.presence import Repair
from server.occasions.routes import api as occasions
from server.occasions.teams import Team
from server.reception.models import AgendaItem
from server.reception.routes import api as reception
from server.reports.routes import api as reports
from tests import make
from tests.occasions import scene

READ = [(api, e) for api in (occasions, markets, reception, reports) for e in api.endpoints]
READ = [(api.name, e) for api, e in READ if e.method == "GET" and not e.path.endswith(".pdf")]
SECRETS = ("秘阿婆", "秘丽华", "秘伯", "13800009999", "秘密的话")
ROLES = ["nobody", "resident", *(role.value for role in Role)]
AT_DESKS = {*DESK, Role.ADMINISTRATOR}
ASKED = {"q": "秘", "live": "false", "past": "true", "limit": "100"}


def aunts_market_day(area) -> dict:
    """She signed up, brings a child, leads the team, waits for two, forgot to check out."""
    estate = make.estate(of=area)
    aunt = make.person("秘阿婆", real_name="秘丽华", phone="13800009999", estate=estate)
    ids = scene.rows("own", aunt, area)
    signup = db.session.get_one(Signup, ids["signup_id"])
    signup.guardian_name, signup.guardian_phone = "秘丽华", "13800009999"
    signup.guardian_id = aunt.id
    db.session.get_one(Team, ids["team_id"]).leader_id = aunt.id
    db.session.get_one(Repair, ids["repair_id"]).reason = "秘密的话"
    line = db.session.get_one(Line, ids["line_id"])
    _at_the_reception_day(ids["reception"], aunt)
    relative = QueueNumber(session_id=line.session_id, line_id=line.id, n=9, called="秘伯")
    relative.told_id = relative.entered_by_id = aunt.id
    relative.reason = "秘密的话"
    make.saved(relative)
    return ids


def _at_the_reception_day(ids: dict, aunt) -> None:
    """She booked a time and said what for; her matter is on the agenda, with an answer."""
    number = db.session.get_one(QueueNumber, ids["number_id"])
    number.person_id, number.topic, number.called = aunt.id, "秘密的话", "秘伯"
    item = db.session.get_one(AgendaItem, ids["item_id"])
    item.words, item.ticket.wisher_id = "秘密的话", aunt.id
    item.ticket.details.text = item.ticket.details.contact_name = "秘密的话"
    make.saved(item)


@pytest.fixture
def tells(app, get):
    """(what, status, secret) for each thing that told one."""

    def path_of(domain, endpoint, ids) -> str:
        (rule,) = app.url_map.iter_rules(f"{domain}.{endpoint.view.__name__}")
        with app.test_request_context():
            return url_for(rule.endpoint, **{name: ids[name] for name in rule.arguments})

    def tells(ids, who) -> list[tuple]:
        token, told = who and make.token(who), []
        for domain, endpoint in READ:
            known = set(endpoint.takes.fields) if endpoint.takes else set()
            form = {"code": ids["token"], "area_id": ids["area_id"], "month": "2026-03"} | ASKED
            query = {name: value for name, value in form.items() if name in known}
            named = ids | ids["reception"] if domain == "reception" else ids
            answer = get(path_of(domain, endpoint, named), token=token, **query)
            assert answer.status_code < 500
            told += [(endpoint.path, s) for s in SECRETS if s in answer.text]
        return told

    return tells


@pytest.mark.parametrize("role", ROLES)
def test_of_another_community_nothing_personal_is_told(tells, role):
    here = make.community()
    ids = aunts_market_day(make.community("城东社区"))

    assert tells(ids, scene.actor(role, here)) == []


@pytest.mark.parametrize("role", [role for role in ROLES if role not in AT_DESKS])
def test_of_a_neighbour_only_the_desk_reads_more(tells, role):
    here = make.community()
    ids = aunts_market_day(here)

    assert tells(ids, scene.actor(role, here)) == []


def test_the_desk_there_reads_whom_it_works_with(tells):
    """So that the above is not true of pages that nobody can read."""
    here = make.community()
    told = {path for path, _ in tells(aunts_market_day(here), make.staff(at=here))}

    assert told >= {
        "/sessions/<id:session_id>/signups",
        "/signups/<id:signup_id>",
        "/lines/<id:line_id>/numbers",
        "/teams",
        "/teams/<id:team_id>/members",
        "/repairs",
        "/sessions/<id:session_id>/present",
        "/sessions/<id:session_id>/find",
        "/sessions/<id:session_id>/numbers",
        "/sessions/<id:session_id>/agenda",
    }
