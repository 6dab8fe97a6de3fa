"""Devices: the telephones and tablets of the desk that may show codes and scan offline."""

from schemas.occasion_codes import DeviceForm, DeviceView
from server.occasions import rules
from server.occasions.routes.api import api
from server.occasions.service import devices


@api.post("/devices", takes=DeviceForm, may=rules.runs_somewhere, gives=DeviceView, status=201)
def enrol_device(actor, form):
    """登记设备: this telephone or tablet may show codes; its secret is told once, to it"""
    return devices.enrol(form, by=actor)
