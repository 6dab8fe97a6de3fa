"""From a rule to minutes: the whole way of a market day, over HTTP."""

from schemas.people_words import Role
from tests import make
from tests import make_occasions as occasions

SERIES = {
    "kind": "market",
    "title": "近邻圩日",
    "place": "小区中心广场",
    "rule_kind": "solar_day",
    "numbers": [18],
    "valid_from": "2026-03-05",
    "begins": "09:00",
    "ends": "11:00",
}


def test_from_a_rule_to_minutes(get, post, clock):
    estate = make.estate()
    worker = make.staff(at=estate)
    days = post("/api/occasions/series/preview", by=worker, **rule_of(SERIES)).json["items"]
    assert [day["on"] for day in days[:2]] == ["2026-03-18", "2026-04-18"]

    made = post("/api/occasions/series", by=worker, area_id=estate.id, **SERIES)
    assert made.status_code == 201, made.json
    sessions = get("/api/occasions/sessions", by=worker, area_id=estate.id).json["items"]
    path = f"/api/occasions/sessions/{sessions[0]['id']}"

    refused = post(f"{path}/publish", by=worker)
    assert refused.json["code"] == "not_ready"


def test_a_volunteer_signs_up_and_checks_in_and_out(get, post, clock):
    volunteer = make.staff(Role.VOLUNTEER, at=make.estate())
    session = occasions.session()
    duty = occasions.post(session)
    post(f"/api/occasions/posts/{duty.id}/sign_up", by=volunteer)

    came = scan(post, volunteer, occasions.screen_code(session))
    clock.forward(minutes=95)
    left = scan(post, volunteer, occasions.screen_code(session, "out"))

    assert (came["status"], left["status"], left["minutes"]) == ("accepted", "accepted", 95)


def scan(post, who, code):
    return post("/api/occasions/scans", by=who, client_id=occasions.scan_id(), code=code).json


def rule_of(form):
    names = ("rule_kind", "numbers", "valid_from")
    return {name: form[name] for name in names}
