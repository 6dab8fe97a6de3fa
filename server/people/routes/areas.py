"""Places, for everybody; what an area says, for whoever posts it."""

from schemas.people_areas import (
    AreaList,
    AreasForm,
    BoardView,
    HotlineForm,
    HotlineView,
    NoticeForm,
    NoticeView,
    UnitList,
)
from server.core.api import anyone, everything
from server.people import board, rules
from server.people.places import Area, Hotline, Notice
from server.people.routes.api import api


def as_list(actor, areas: list[Area]) -> dict:
    return {"items": areas}


def as_board(actor, area: Area) -> dict:
    may_post = actor is not None and rules.post_notice(actor, area)
    return board.board_of(area) | {"may_post": may_post}


@api.get(
    "/areas",
    lists=Area,
    visible=everything,
    takes=AreasForm,
    may=anyone,
    gives=AreaList,
    shows=as_list,
)
def list_areas(actor, areas, form):
    """The tree of places: down to the communities, or below one, or a code and all above it."""
    return board.list_areas(areas, form)


@api.get(
    "/areas/<id:area_id>/board",
    on=Area,
    visible=everything,
    may=anyone,
    gives=BoardView,
    shows=as_board,
)
def show_board(actor, area):
    """Notices and telephone numbers that hold in an area, and its desk."""
    return area


@api.get(
    "/areas/<id:area_id>/units",
    on=Area,
    visible=everything,
    may=rules.may_grant_in,
    gives=UnitList,
)
def list_units(actor, area):
    """The units in an area and below it, to choose from when somebody becomes their officer."""
    return board.list_units(area)


@api.post(
    "/areas/<id:area_id>/notices",
    on=Area,
    visible=everything,
    takes=NoticeForm,
    may=rules.post_notice,
    gives=NoticeView,
    status=201,
)
def post_notice(actor, area, form):
    """Put up a notice for an area and all below it."""
    return board.post_notice(area, form, by=actor)


@api.post(
    "/notices/<id:notice_id>/end",
    on=Notice,
    visible=everything,
    lock=True,
    may=rules.end_notice,
    gives=NoticeView,
)
def end_notice(actor, notice):
    """Take a notice down."""
    return board.end(notice)


@api.post(
    "/areas/<id:area_id>/hotlines",
    on=Area,
    visible=everything,
    takes=HotlineForm,
    may=rules.post_hotline,
    gives=HotlineView,
    status=201,
)
def post_hotline(actor, area, form):
    """Add a telephone number for an area and all below it."""
    return board.post_hotline(area, form)


@api.post(
    "/hotlines/<id:hotline_id>/end",
    on=Hotline,
    visible=everything,
    lock=True,
    may=rules.end_hotline,
    gives=HotlineView,
)
def end_hotline(actor, hotline):
    """Remove a telephone number."""
    return board.end(hotline)
