"""What calendar programs fetch of occasions: a feed for each area, without signing in."""

from flask import Blueprint, Response, request

from server.occasions.service import feeds

SHORT = 300  # seconds a copy may be shown

pages = Blueprint("occasion_pages", __name__)


@pages.get("/calendar/<string(maxlength=16):code>.ics")
def open_feed(code):
    """iCalendar of an area; asked for again unchanged, 304."""
    response = Response(feeds.feed(code), mimetype="text/calendar")
    response.headers["Cache-Control"] = f"public, max-age={SHORT}"
    response.add_etag()
    return response.make_conditional(request)
