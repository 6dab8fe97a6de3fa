"""Whatever is read of points and shops: of other people nothing personal. Each GET is tried, so
that a new one is tried as well."""

import pytest
from flask import url_for

from schemas.people_words import DESK, Role
from server.core.db import db
from server.points.earning import Grant
from server.points.routes import api as points
from server.shop.parts import Order
from server.shop.routes import api as shop
from tests import make
from tests.points import scene as ledger
from tests.shop import scene as counter

READ = [(api.name, e) for api in (points, shop) for e in api.endpoints]
READ = [(name, e) for name, e in READ if e.method == "GET" and not e.path.endswith(".pdf")]
SECRETS = ("秘阿婆", "秘丽华", "13800009999", "秘密的话")
ROLES = ["nobody", "resident", *(role.value for role in Role)]
AT_DESKS = {*DESK, Role.ADMINISTRATOR}
READERS = {*AT_DESKS, Role.AUDITOR}


def aunts_points(area) -> dict:
    """She has earned, asked for a grant with words of her own, and ordered; her number is known."""
    estate = make.estate(of=area)
    aunt = make.person("秘阿婆", real_name="秘丽华", phone="13800009999", estate=estate)
    ids = ledger.rows("own", aunt, area)
    grant = db.session.get_one(Grant, ids["grant_id"])
    grant.person_id, grant.words = aunt.id, "秘密的话"
    ids |= counter.rows("own", aunt, area) | {"area_id": area.id}
    order = db.session.get_one(Order, ids["order_id"])
    order.reason = "秘密的话"
    db.session.commit()
    return ids


@pytest.fixture
def tells(app, get):
    """(what, secret) for each thing that told one."""

    def path_of(domain, endpoint, ids) -> str:
        (rule,) = app.url_map.iter_rules(f"{domain}.{endpoint.view.__name__}")
        with app.test_request_context():
            return url_for(rule.endpoint, **{name: ids[name] for name in rule.arguments})

    def tells(ids, who) -> list[tuple]:
        token, told = who and make.token(who), []
        for domain, endpoint in READ:
            known = set(endpoint.takes.fields) if endpoint.takes else set()
            form = {"area_id": ids["area_id"], "scheme_id": ids["scheme_id"], "month": "2026-03"}
            query = {name: value for name, value in form.items() if name in known}
            answer = get(path_of(domain, endpoint, ids), token=token, **query)
            assert answer.status_code < 500
            told += [(endpoint.path, s) for s in SECRETS if s in answer.text]
        return told

    return tells


@pytest.mark.parametrize("role", ROLES)
def test_of_another_community_nothing_personal_is_told(tells, role):
    here = make.community()
    ids = aunts_points(make.community("城东社区"))

    assert tells(ids, ledger.actor(role, here)) == []


@pytest.mark.parametrize("role", [role for role in ROLES if role not in READERS])
def test_of_a_neighbour_only_the_desk_reads_more(tells, role):
    here = make.community()
    ids = aunts_points(here)

    assert tells(ids, ledger.actor(role, here)) == []


def test_the_desk_there_reads_whom_it_works_with(tells):
    """So that the above is not true of pages that nobody can read."""
    here = make.community()

    told = {path for path, _ in tells(aunts_points(here), make.staff(at=here))}

    assert "/grants" in told
