"""五车 on the wire: the vehicles, where they go, and the plan of their rounds."""

from marshmallow import Schema, ValidationError, fields, validate, validates_schema

from schemas.form import Form, choice, day, line, query_id, row_id, whole
from schemas.market_words import StallKind
from schemas.paging import PageForm
from schemas.view import ActionView, maybe, string

MOST_DAYS, MOST_STOPS = 62, 200


class VehicleChangeForm(Form):
    """`a_day`: how many estates it reaches on one day."""

    name = line(20)
    unit_id = row_id(required=False, load_default=None, allow_none=True)
    a_day = whole(1, 20, required=False, load_default=1)


class VehicleForm(VehicleChangeForm):
    area_id = row_id()
    kind = choice(StallKind)

    @validates_schema
    def _can_drive(self, form, **_):
        if not form["kind"].has("vehicle"):
            raise ValidationError("请选五车里的一种", "kind")


class VehiclesForm(Form):
    """Of an area, all below it and all above it; without one, all."""

    area_id = query_id()


class VehicleView(Schema):
    id = fields.Integer(required=True)
    area_id = fields.Integer(required=True)
    area_name = string()
    kind = choice(StallKind)
    kind_label = string()
    name = string()
    unit_id = fields.Integer(required=True, allow_none=True)
    unit_name = maybe()
    a_day = fields.Integer(required=True)
    since = fields.Date(required=True)
    until = fields.Date(required=True, allow_none=True)
    next_on = fields.Date(required=True, allow_none=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class VisitsForm(PageForm):
    """By day, from `since` on: today, where none is said."""

    area_id = query_id()
    vehicle_id = query_id()
    since = day(required=False)
    until = day(required=False)


class VisitView(Schema):
    id = fields.Integer(required=True)
    vehicle_id = fields.Integer(required=True)
    vehicle_name = string()
    kind_label = string()
    area_id = fields.Integer(required=True)
    area_name = string()
    on = fields.Date(required=True)
    day_words = string()
    round = fields.Integer(required=True)
    session_id = fields.Integer(required=True, allow_none=True)  # the estate's market of that day
    called_off = fields.Boolean(required=True)
    actions = fields.List(fields.Nested(ActionView), required=True)


class WaitingView(Schema):
    """An estate and how long it has waited, in rounds of this vehicle."""

    area_id = fields.Integer(required=True)
    area_name = string()
    waited = fields.Integer(required=True)
    last_on = fields.Date(required=True, allow_none=True)
    wishes = fields.Integer(required=True)  # open ones that this vehicle can serve


class VehiclePageView(VehicleView):
    """`bound`: no estate waits more rounds than that; one more for each round in which somebody was
    rained off meanwhile."""

    estates = fields.Integer(required=True)
    bound = fields.Integer(required=True)
    visits = fields.List(fields.Nested(VisitView), required=True)  # the next ones
    waiting = fields.List(fields.Nested(WaitingView), required=True)  # longest first


class RotaForm(Form):
    """On which days it goes out: of `weekdays` (1 Monday – 7 Sunday) from `since` to `until`."""

    since = day()
    until = day()
    weekdays = fields.List(
        whole(1, 7), load_default=lambda: list(range(1, 8)), validate=validate.Length(1, 7)
    )

    @validates_schema
    def _not_too_far(self, form, **_):
        if not 0 <= (form["until"] - form["since"]).days < MOST_DAYS:
            raise ValidationError(f"请选 {MOST_DAYS} 天以内", "until")


class ProposedStopView(WaitingView):
    on = fields.Date(required=True)
    day_words = string()
    session_id = fields.Integer(required=True, allow_none=True)
    due = fields.Boolean(required=True)  # it goes there because of the bound, not of a preference


class RotaView(Schema):
    """A proposal; nothing is saved."""

    estates = fields.Integer(required=True)
    bound = fields.Integer(required=True)
    items = fields.List(fields.Nested(ProposedStopView), required=True)


class StopForm(Form):
    on = day()
    area_id = row_id()


class VisitsPlanForm(Form):
    """The proposal, as the desk has left or changed it."""

    items = fields.List(
        fields.Nested(StopForm), required=True, validate=validate.Length(1, MOST_STOPS)
    )


class SheetForm(Form):
    on = day()
