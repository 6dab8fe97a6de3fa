"""Awards: where a line of the statement leads back to."""

from schemas.points_grants import AwardPage, AwardsForm, AwardView
from server.points import rules
from server.points.earning import Award
from server.points.present import awards as present
from server.points.routes.api import api
from server.points.service import followed


@api.get("/awards", lists=Award, visible=rules.own_awards, takes=AwardsForm,
         may=rules.list_awards, gives=AwardPage, shows=present.awards)  # fmt: skip
def list_awards(actor, query, form):
    """得分记录: one's own; with `pending`, what has not arrived yet, and when it does"""
    return followed.list_awards(query, form)


@api.get("/awards/<id:award_id>", on=Award, visible=rules.visible_awards, may=rules.show_award,
         gives=AwardView, shows=present.award)  # fmt: skip
def show_award(actor, award):
    """这些分是怎么来的: what was served, by which rule, and why it is less"""
    return award
