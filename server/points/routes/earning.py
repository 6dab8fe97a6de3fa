"""Rules of earning: all versions, and a new one."""

from schemas.points_schemes import EarningRuleForm, EarningRuleList, EarningRuleView, RuleWordsView
from server.points import rules
from server.points.earning import EarningRule
from server.points.models import Scheme
from server.points.present import schemes as present
from server.points.routes.api import api
from server.points.service import earning_rules as service

OF_A_SCHEME = {"on": Scheme, "visible": rules.visible_schemes}


@api.get("/schemes/<id:scheme_id>/rules", **OF_A_SCHEME, may=rules.list_rules,
         gives=EarningRuleList, shows=present.earning_rules)  # fmt: skip
def list_rules(actor, scheme):
    """积分规则: all versions, and which one holds today"""
    return service.list_rules(scheme)


@api.post("/schemes/<id:scheme_id>/rules", **OF_A_SCHEME, lock=True, takes=EarningRuleForm,
          may=rules.make_rule, gives=EarningRuleView, shows=present.earning_rule,
          status=201)  # fmt: skip
def make_rule(actor, scheme, form):
    """定新规则, from a day on; what was promised before is kept"""
    return service.make_rule(scheme, form, by=actor)


@api.post("/rules/preview", takes=EarningRuleForm, may=rules.preview_rule, gives=RuleWordsView,
          once=False)  # fmt: skip
def preview_rule(actor, form):
    """看看规则怎么说: as people will read it, before it is saved"""
    return {"words": service.in_words(EarningRule(**form))}
