"""The devices of a desk: enrolled, listed, revoked."""

from secrets import token_urlsafe

from sqlalchemy import Select, select
from sqlalchemy.orm import joinedload

from server.core import clock
from server.core.audit import record
from server.core.db import db
from server.core.errors import NotAllowed
from server.core.paging import Page, page
from server.occasions.devices import Device
from server.occasions.rules import runs
from server.occasions.service.screens import device_hash
from server.people.actor import Actor
from server.people.places import Area


def enrol(form: dict, *, by: Actor) -> tuple[Device, str]:
    """The device and its secret, which is told this once and of which the hash is kept."""
    area = db.session.scalar(select(Area).where(Area.id == form["area_id"]))
    if area is None or not runs(by, area.path):
        raise NotAllowed
    secret = token_urlsafe(24)
    device = Device(name=form["name"], area_id=area.id, enrolled_by_id=by.id)
    device.secret_hash = device_hash(secret)
    db.session.add(device)
    db.session.flush()
    record("enrol_device", device, by=by)
    return device, secret


def list_devices(query: Select, form: dict) -> Page:
    """The newest first; revoked ones too, so that one sees that it worked."""
    return page(query.options(joinedload(Device.area)), form, order=(Device.id.desc(),))


def revoke(device: Device, *, by: Actor) -> Device:
    """From this moment on it shows no codes and uploads nothing. Bears being asked twice."""
    if device.revoked_at is None:
        device.revoked_at = clock.now()
        record("revoke_device", device, by=by)
    return device
