"""The blueprint to which the modules beside this one add their endpoints, and what these share."""

from schemas.reception import DeskNumberView
from server.core.api import Api
from server.occasions.models import Session
from server.occasions.parts import QueueNumber
from server.occasions.rules import visible_sessions
from server.reception import rules
from server.reception.present import desk as present

api = Api("reception")

SESSION = {"on": Session, "visible": visible_sessions}
A_NUMBER = {"gives": DeskNumberView, "shows": present.number}
NUMBER = {"on": QueueNumber, "visible": rules.visible_numbers, "lock": True}
