"""Enrolling the devices of a desk."""

from secrets import token_urlsafe

from sqlalchemy import select

from server.core.audit import record
from server.core.db import db
from server.core.errors import NotAllowed
from server.occasions.devices import Device
from server.occasions.rules import runs
from server.occasions.service.screens import device_hash
from server.people.actor import Actor
from server.people.places import Area


def enrol(form: dict, *, by: Actor) -> dict:
    area = db.session.scalar(select(Area).where(Area.id == form["area_id"]))
    if area is None or not runs(by, area.path):
        raise NotAllowed
    secret = token_urlsafe(24)
    device = Device(name=form["name"], area_id=area.id, enrolled_by_id=by.id)
    device.secret_hash = device_hash(secret)
    db.session.add(device)
    db.session.flush()
    record("enrol_device", device, by=by)
    return {"id": device.id, "name": device.name, "area_id": area.id, "secret": secret}
