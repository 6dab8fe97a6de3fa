"""Devices: the telephones and tablets of the desk that may show codes and scan offline."""

from schemas.occasion_codes import DeviceForm, DeviceView
from schemas.paging import PageForm, paged
from server.occasions import presence_rules, rules
from server.occasions.devices import Device
from server.occasions.present import enrolled as present
from server.occasions.routes.api import api
from server.occasions.service import devices

SEEN = {"visible": presence_rules.visible_devices}


@api.post(
    "/devices",
    takes=DeviceForm,
    may=rules.runs_somewhere,
    gives=DeviceView,
    shows=present.enrolled,
    status=201,
)
def enrol_device(actor, form):
    """登记设备: this telephone or tablet may show codes; its secret is told once, to it"""
    return devices.enrol(form, by=actor)


@api.get(
    "/devices",
    lists=Device,
    **SEEN,
    takes=PageForm,
    may=presence_rules.list_devices,
    gives=paged(DeviceView),
    shows=present.devices,
)
def list_devices(actor, query, form):
    """设备: of one's areas, the newest first"""
    return devices.list_devices(query, form)


@api.post(
    "/devices/<id:device_id>/revoke",
    on=Device,
    **SEEN,
    lock=True,
    may=presence_rules.revoke_device,
    gives=DeviceView,
    shows=present.device,
)
def revoke_device(actor, device):
    """停用: lost or given away; from now on it shows and sends nothing"""
    return devices.revoke(device, by=actor)
