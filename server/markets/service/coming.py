"""Vehicles that come to a market day without a stall of their own: which, and what they offer."""

from sqlalchemy import Select, and_, case, exists, literal, select

from schemas.market_words import StallKind
from schemas.occasion_words import OccasionKind
from server.markets.models import Stall, Vehicle, VehicleVisit
from server.occasions.models import Session
from server.occasions.service.found_there import comers

OFFERS = {kind: f"（{kind.label}）" for kind in StallKind.having("vehicle")}


def comes():
    """A vehicle is planned for its place and day."""
    here = VehicleVisit.area_id == Session.area_id, VehicleVisit.on == Session.on
    return and_(*here, VehicleVisit.called_off_at.is_(None))


def coming(ids: list[int]) -> Select:
    """义剪一号车（义剪）. One that a stall comes with is named by that stall."""
    words = Vehicle.name + case(OFFERS, value=Vehicle.kind, else_="")
    at_stall = exists().where(Stall.session_id == Session.id, Stall.vehicle_id == Vehicle.id)
    query = select(Session.id, literal(1), VehicleVisit.id, words).join(VehicleVisit, comes())
    query = query.join(Vehicle, Vehicle.id == VehicleVisit.vehicle_id)
    return query.where(Session.id.in_(ids), Session.kind == OccasionKind.MARKET, ~at_stall)


comers.append(coming)
