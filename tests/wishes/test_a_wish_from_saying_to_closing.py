"""The whole life of a wish over HTTP, as four people live it."""

from tests import make
from tests import make_tickets as tickets


def titles(get, by) -> list[str]:
    return [message["title"] for message in get("/api/messages/", by=by).json["items"]]


def test_a_wish_from_saying_to_closing(post, get):
    estate = make.estate()
    aunt = make.person("陈阿姨", phone="13859740001", estate=estate)
    social_worker, volunteer = make.staff(), make.volunteer()
    category_id = tickets.category().id

    wish = post("/api/wishes/", by=aunt, estate_id=estate.id, text="灯管坏了，够不着").json
    assert (wish["audience"], wish["state_label"]) == ("party", "待受理")
    where = f"/api/wishes/{wish['id']}"

    queue = get("/api/tickets/", by=social_worker, view="intake").json["items"]
    assert [row["id"] for row in queue] == [wish["id"]]

    card = {"headline": "想请人换根灯管", "group": "elder", "category_id": category_id}
    tests = {"small": True, "wide": True, "doable": True, "useful": True}
    screened = post(f"{where}/screen", by=social_worker, **card, **tests)
    assert (screened.status_code, screened.json["state"]) == (200, "open")

    on_the_wall = get("/api/wishes/", by=volunteer).json["items"]
    assert [action["action"] for action in on_the_wall[0]["actions"]] == ["claim"]

    claimed = post(f"{where}/claim", by=volunteer).json
    assert (claimed["audience"], claimed["contact_phone"]) == ("doer", "13859740001")

    ticket = f"/api/tickets/{wish['id']}"
    done = post(f"{ticket}/finish", by=volunteer, words="换好了，会亮").json
    assert (done["state"], done["holder_name"]) == ("done", "王师傅")

    rated = post(f"{ticket}/rate", by=aunt, solved="yes", satisfied="yes").json
    assert (rated["state"], rated["state_label"]) == ("closed", "已办结")
    assert [stage["word"] for stage in rated["lifeline"]] == [
        "点单",
        "派单",
        "接单",
        "办结",
        "评单",
    ]
    assert all(stage["reached"] for stage in rated["lifeline"])

    assert titles(get, aunt) == ["请您评一评", "有人接单了", "心愿已受理"]
