"""Units, for whoever administers the area: the 兜底 office, the mobile for codes."""

from schemas.people_areas import BackstopForm, NamedBackstopView, UnitMobileForm, UnitMobileView
from server.core.api import everything
from server.people import offices, rules
from server.people.names import masked_phone
from server.people.places import Area, Unit
from server.people.routes.api import api
from server.people.service import units_serving

AREA = {"on": Area, "visible": everything, "gives": NamedBackstopView}


def as_backstop(actor, area: Area) -> dict:
    may = rules.may_grant_in(actor, area)
    units = units_serving(area) if may else []
    shown = [_office(actor, unit) for unit in units]
    return offices.shown_backstop(area) | {"may_name": may, "units": shown}


def _office(actor, unit: Unit) -> dict:
    return {name: getattr(unit, name) for name in ("id", "name", "kind", "phone")} | {
        "mobile": masked_phone(unit.mobile),
        "gets_codes": offices.mobile_of(unit) is not None,
        "may_register": rules.register_mobile(actor, unit),
    }


def as_mobile(actor, unit: Unit) -> dict:
    return {"unit_id": unit.id, "mobile": unit.mobile and masked_phone(unit.mobile)}


@api.get("/areas/<id:area_id>/backstop", **AREA, may=rules.show_backstop, shows=as_backstop)
def show_backstop(actor, area):
    """兜底单位: to whom a ticket goes here that nobody has taken in the end"""
    return area


@api.post("/areas/<id:area_id>/backstop", **AREA, takes=BackstopForm, may=rules.may_grant_in,
          shows=as_backstop)  # fmt: skip
def name_backstop(actor, area, form):
    """指定兜底单位: or none"""
    return offices.name_backstop(area, form["unit_id"], by=actor)


@api.post("/units/<id:unit_id>/mobile", on=Unit, visible=everything, lock=True,
          takes=UnitMobileForm, may=rules.register_mobile, gives=UnitMobileView,
          shows=as_mobile)  # fmt: skip
def register_mobile(actor, unit, form):
    """登记手机号: to which the codes go by which a unit answers its slips"""
    return offices.register_mobile(unit, form["mobile"], by=actor)
