"""Rain comes while people sign up and queue: whoever got in is told, and nobody else gets in."""

from datetime import timedelta

from schemas.people_words import Role
from server.core import clock
from server.occasions.parts import Line
from tests import make
from tests import make_occasions as occasions

FEW = 6


def test_whoever_came_in_before_it_was_called_off_is_told(together, get_messages):
    session = occasions.session(make.estate(), begins=clock.now() + timedelta(days=1))
    duty = occasions.post(session, capacity=FEW)
    line = make.saved(Line(session_id=session.id, label="义剪", capacity=FEW))
    volunteers = [make.staff(Role.VOLUNTEER, display_name=f"志愿者{n}") for n in range(FEW)]
    visitors = [make.person(f"街坊{n}") for n in range(FEW)]
    desk = make.token(make.staff())

    def ask(person, path):
        token = make.token(person)
        return lambda browser: browser.post(path, token=token).status_code

    def call_off(browser):
        path = f"/api/occasions/sessions/{session.id}/call_off"
        return browser.post(path, token=desk, words="因雨取消").status_code

    signs = [ask(person, f"/api/occasions/posts/{duty.id}/sign_up") for person in volunteers]
    queues = [ask(person, f"/api/occasions/lines/{line.id}/numbers") for person in visitors]
    *came, called_off = together(*signs, *queues, call_off)

    assert called_off == 200
    assert set(came) <= {201, 409}
    for person, status in zip(volunteers + visitors, came, strict=True):
        assert ("近邻圩日：因雨取消" in get_messages(person)) == (status == 201)
