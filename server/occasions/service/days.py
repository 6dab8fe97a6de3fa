"""Working days, corrected by administrators of the highest area; each correction is on record."""

from server.core.audit import record
from server.people.actor import Actor
from server.people.tree import top_area
from server.workdays import overrides
from server.workdays.lunar import day_words


def list_days(year: int) -> dict:
    announced, days = overrides.list_days(year)
    return {"year": year, "announced": announced, "items": [_shown(day) for day in days]}


def set_day(form: dict, *, by: Actor) -> dict:
    overrides.set_day(form["day"], form["is_workday"], form["note"])
    known = {"day": form["day"].isoformat(), "is_workday": form["is_workday"]}
    record("set_day", top_area(), by=by, **known)
    return list_days(form["day"].year)


def remove_day(form: dict, *, by: Actor) -> dict:
    overrides.remove_days([form["day"]])
    record("remove_day", top_area(), by=by, day=form["day"].isoformat())
    return list_days(form["day"].year)


def import_days(form: dict, *, by: Actor) -> dict:
    answers = overrides.import_lines(form["lines"])
    record("import_days", top_area(), by=by, days=sum(answer["days"] for answer in answers))
    return {"items": answers}


def _shown(day) -> dict:
    label = "上班" if day.is_workday else "休息"
    known = {"day": day.day, "is_workday": day.is_workday, "note": day.note}
    return known | {"words": day_words(day.day), "label": label}
