"""The blueprint to which the modules beside this one add their endpoints, and what these share."""

from schemas.occasion_views import PublicSessionView, StaffSessionView
from server.core.api import Api
from server.core.views import by_audience
from server.occasions import rules
from server.occasions.models import Session
from server.occasions.present import session as present

api = Api("occasions")

SESSION = by_audience(
    lambda actor, shown: shown["audience"], public=PublicSessionView, staff=StaffSessionView
)
FOUND = {"on": Session, "visible": rules.visible_sessions}
ONE = {**FOUND, "gives": SESSION, "shows": present.session}
STEP = {**ONE, "lock": True}  # each changes the session it names
