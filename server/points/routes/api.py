"""The blueprint to which the modules beside this one add their endpoints."""

from server.core.api import Api

api = Api("points")
