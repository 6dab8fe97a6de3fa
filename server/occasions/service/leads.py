"""Who may lead a session (定人): somebody who serves there."""

from schemas.people_words import DESK, Role
from server.core.db import db
from server.core.errors import Malformed
from server.people.models import Person
from server.people.places import Area
from server.people.service import holds

LEADS = (*DESK, Role.VOLUNTEER, Role.TEAM_LEADER)


def check_lead(person_id: int | None, area: Area) -> None:
    """None: nobody yet. The gate of a market asks for somebody."""
    if person_id is None:
        return
    person = db.session.get(Person, person_id)
    if person is None or not holds(person, LEADS, area):
        raise Malformed("请另选负责人", lead_id="要选在这里服务的工作人员、志愿者或队长")
