"""Pools, who puts something in, and what was put in."""

from schemas.points_schemes import (
    DonorForm,
    DonorList,
    DonorView,
    FundForm,
    FundingPage,
    FundingsForm,
    FundingView,
    PayingPoolList,
    PayingPoolsForm,
    PayTicketsForm,
    PoolForm,
    PoolList,
    PoolView,
)
from server.points import rules
from server.points.earning import Pool
from server.points.models import Scheme
from server.points.present import schemes as present
from server.points.routes.api import api
from server.points.service import funding
from server.points.service import pools as service

OF_A_SCHEME = {"on": Scheme, "visible": rules.visible_schemes}
SEEN = {"on": Pool, "visible": rules.visible_pools}


@api.get("/schemes/<id:scheme_id>/pools", **OF_A_SCHEME, may=rules.list_pools, gives=PoolList,
         shows=present.pools_of)  # fmt: skip
def list_pools(actor, scheme):
    """积分池: what is in each, and what is kept back"""
    return scheme, service.list_pools(scheme)


@api.get("/pools", lists=Pool, visible=rules.paying_pools, takes=PayingPoolsForm,
         may=rules.list_paying_pools, gives=PayingPoolList, shows=present.paying_pools,
         also=(404,))  # fmt: skip
def list_paying_pools(actor, query, form):
    """从哪个池出: open pools of an area and of those above it"""
    return service.list_paying_pools(query, form)


@api.post("/schemes/<id:scheme_id>/pools", **OF_A_SCHEME, takes=PoolForm, may=rules.make_pool,
          gives=PoolView, shows=present.pool, status=201)  # fmt: skip
def make_pool(actor, scheme, form):
    """新建积分池"""
    return service.make_pool(scheme, form, by=actor)


@api.post("/pools/<id:pool_id>/close", **SEEN, lock=True, may=rules.close_pool, gives=PoolView,
          shows=present.pool)  # fmt: skip
def close_pool(actor, pool):
    """停用积分池: nothing more is promised out of it"""
    return service.close_pool(pool, by=actor)


@api.post("/pools/<id:pool_id>/pay_tickets", **SEEN, lock=True, takes=PayTicketsForm,
          may=rules.pay_tickets, gives=PoolView, shows=present.pool)  # fmt: skip
def pay_tickets(actor, pool, form):
    """用来答谢心愿: whoever meets a wish is paid out of this pool, or no longer"""
    return service.pay_tickets(pool, form, by=actor)


@api.post("/pools/<id:pool_id>/fund", **SEEN, takes=FundForm, may=rules.fund_pool,
          gives=FundingView, shows=present.funding, status=201)  # fmt: skip
def fund_pool(actor, pool, form):
    """注入积分: for money or goods that a donor gave"""
    return funding.fund_pool(pool, form, by=actor)


@api.get("/schemes/<id:scheme_id>/donors", **OF_A_SCHEME, may=rules.list_donors, gives=DonorList,
         shows=present.donors)  # fmt: skip
def list_donors(actor, scheme):
    """资金来源: who gave how much so far"""
    return service.list_donors(scheme)


@api.post("/schemes/<id:scheme_id>/donors", **OF_A_SCHEME, takes=DonorForm, may=rules.make_donor,
          gives=DonorView, shows=present.donor, status=201)  # fmt: skip
def make_donor(actor, scheme, form):
    """登记资金来源"""
    return service.make_donor(scheme, form, by=actor)


@api.get("/schemes/<id:scheme_id>/fundings", **OF_A_SCHEME, takes=FundingsForm,
         may=rules.list_fundings, gives=FundingPage, shows=present.fundings)  # fmt: skip
def list_fundings(actor, scheme, form):
    """注入记录: the newest first"""
    return service.list_fundings(scheme, form)
