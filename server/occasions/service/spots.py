"""The place signal: near enough or not. Where exactly somebody was is never kept."""

from math import asin, cos, radians, sin, sqrt

from server.occasions.service.places import Place

EARTH = 6_371_000  # metres
REACH = 300  # metres, and what the telephone says it may be off by


def is_near(spot: dict | None, place: Place | None) -> bool | None:
    """None: not given, or the place has no coordinates."""
    if spot is None or place is None or place.latitude is None or place.longitude is None:
        return None
    here = (spot["latitude"], spot["longitude"])
    return distance(here, (place.latitude, place.longitude)) <= REACH + min(spot["accuracy"], REACH)


def distance(one: tuple[float, float], other: tuple[float, float]) -> float:
    """Metres along a great circle; both WGS-84 (latitude, longitude). The haversine formula."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    half = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH * asin(sqrt(half))
