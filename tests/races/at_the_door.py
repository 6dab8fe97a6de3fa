"""A door with many people at it: who they are, and who was let in."""

from datetime import timedelta

from schemas.people_words import Role
from server.core.clock import now
from server.core.db import db
from server.occasions.presence import Attendance, Scan
from tests import make
from tests import make_occasions as occasions

PEOPLE = 100


def this_morning():
    """A session that began half an hour ago."""
    return occasions.session(make.estate(), begins=now() - timedelta(minutes=30))


def volunteers(session, many=PEOPLE, *, seated=True):
    people = [make.staff(Role.VOLUNTEER, session.area, f"志愿者{n}") for n in range(many)]
    if seated:
        duty = occasions.post(session, capacity=many)
        for person in people:
            occasions.signup(person, duty)
    return people


def scanners(session) -> list[str]:
    """The tokens of a steward and of the desk."""
    steward = make.staff(Role.VOLUNTEER, session.area, "郑姐")
    occasions.signup(steward, occasions.post(session, steward=True))
    return [make.token(steward), make.token(make.staff(at=session.area))]


def patiently(send):
    """503 says: nothing is wrong, ask again in a moment."""
    while (answer := send()).status_code == 503:
        pass
    assert answer.status_code == 200, answer.text
    return answer.json


def there(session) -> tuple[int, int, int]:
    """Attendances, those inside, and scans that count."""
    db.session.rollback()
    stays = db.session.query(Attendance).filter_by(session_id=session.id)
    counted = db.session.query(Scan).filter_by(session_id=session.id, refused=None)
    return stays.count(), stays.filter(Attendance.in_at.is_not(None)).count(), counted.count()
