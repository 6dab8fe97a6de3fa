"""The agenda at the desk: one is added by its number, and answered at its session."""

from datetime import timedelta

from server.core import clock as time
from tests import make
from tests import make_reception as reception


def test_the_desk_adds_one_by_its_number(clock, post):
    session = reception.day()
    ticket, worker = reception.matter(area=session.area), make.staff(at=session.area)
    path = f"/api/reception/sessions/{session.id}/agenda"
    added = post(path, by=worker, number=f"{ticket.number[:4]} {ticket.number[4:]}")

    assert (added.status_code, added.json["why_label"]) == (201, "另外提请")
    assert post(path, by=worker, number=ticket.number).json["code"] == "on_the_agenda"
    far = reception.matter(area=make.estate("城东小区", make.community("城东社区")))
    assert post(path, by=worker, number=far.number).status_code == 422


def test_an_answer_is_read_by_whoever_waits_for_it(clock, post, get):
    session = reception.day()
    aunt = make.person(estate=session.area)
    item = reception.item(session, reception.matter(aunt))
    path = f"/api/reception/items/{item.id}/answer"
    answered = post(path, by=make.staff(at=session.area), words="月底前划线")

    assert (answered.json["state"], answered.json["words"]) == ("answered", "月底前划线")
    timeline = get(f"/api/tickets/{item.ticket_id}", by=aunt).json["timeline"]
    assert "业主接待日答复：月底前划线" in [one["words"] for one in timeline]
    told = get("/api/messages/", by=aunt).json["items"][0]
    assert (told["title"], "在业主接待日上答复了" in told["words"]) == ("接待日答复了", True)
    assert post(path, by=make.staff(at=session.area), words="再说").status_code == 409


def test_it_is_answered_at_its_session_and_not_days_before(clock, post, get):
    session = reception.day(begins=time.now() + timedelta(days=2))
    item, worker = reception.item(session), make.staff(at=session.area)
    where = f"/api/reception/sessions/{session.id}/agenda"
    path = f"/api/reception/items/{item.id}/answer"

    assert post(path, by=worker, words="知道了").json["code"] == "answered_there"
    assert get(where, by=worker).json["items"][0]["actions"] == []
    clock.forward(days=1, hours=23)
    assert post(path, by=worker, words="月底前划线").status_code == 200
