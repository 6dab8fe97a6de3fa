"""Refusals, and the one place where anything that goes wrong becomes an answer (RFC 9457)."""

from itertools import islice

import structlog
from flask import Blueprint, g, json
from marshmallow import ValidationError
from sqlalchemy.exc import DataError, DBAPIError, IntegrityError
from werkzeug.exceptions import HTTPException

from schemas.flow import IllegalMove
from schemas.problem import PROBLEM_JSON
from server.core.db import db, is_passing

errors = Blueprint("errors", __name__)
log = structlog.get_logger()

TITLES = {
    400: "请求不完整",
    404: "没有找到",
    405: "不支持这种请求",
    413: "内容太大",
    415: "只接受 JSON",
}
WHAT_NEXT = {404: "请检查地址，或返回首页", 413: "请写短一点；照片、录音请换一个小一点的"}
PROBLEMS_MAX, NAME_MAX = 20, 64  # who sends a thousand wrong fields reads the first of them


class Refusal(Exception):
    """The request is understood and will not be done. Subclass it next to the rule it guards.

    `problems` names the fields of the form that are at fault: the page points at them."""

    status = 409
    code = "refused"
    title = "现在不能办理"
    detail = "请刷新后再试"
    headers: dict[str, str] = {}

    def __init__(self, detail: str | None = None, **problems: str):
        super().__init__(detail or self.detail)
        self.detail = detail or self.detail
        self.problems = {name: [words] for name, words in problems.items()}


class NotSignedIn(Refusal):
    status, code, title, detail = 401, "not_signed_in", "还没有登录", "请先登录"
    headers = {"WWW-Authenticate": "Bearer"}


class NotAllowed(Refusal):
    status, code, title = 403, "not_allowed", "没有权限"
    detail = "您没有权限进行这个操作，如有需要请联系社区工作人员"


class NotFound(Refusal):
    status, code, title, detail = 404, "not_found", "没有找到", "它可能已被移走，请返回上一页"


class Malformed(Refusal):
    """The form is well shaped, and yet what it says cannot be so."""

    status, code, title, detail = 422, "malformed", "填写有误", "请检查标出的内容"


class Busy(Refusal):
    """Nothing is wrong with the request: the same one may succeed in a moment."""

    status, code, title, detail = 503, "busy", "系统繁忙", "请稍等几秒再试一次"
    headers = {"Retry-After": "2"}


def problem(status, code, title, detail, **more) -> dict:
    """The body of an answer that is not a success; also one item of a batch."""
    body = {"type": f"/problems/{code}", "status": status, "code": code, "title": title}
    return body | {"detail": detail, "request_id": g.get("request_id", "-"), **more}


def few(problems: dict) -> dict:
    """As many as somebody reads, on each level; a name that was sent comes back shortened."""
    return {
        str(name)[:NAME_MAX]: few(words) if isinstance(words, dict) else words[:PROBLEMS_MAX]
        for name, words in islice(problems.items(), PROBLEMS_MAX)
    }


def answer(status, code, title, detail, headers=None, **more):
    db.session.rollback()  # whatever was half done is undone
    body = json.dumps(problem(status, code, title, detail, **more))
    return body, status, {"Content-Type": PROBLEM_JSON, **(headers or {})}


@errors.app_errorhandler(Refusal)
def refused(error):
    more = {"problems": error.problems} if error.problems else {}
    return answer(error.status, error.code, error.title, error.detail, error.headers, **more)


@errors.app_errorhandler(IllegalMove)
def illegal_move(error):
    return answer(409, "illegal_move", "状态已变化", "这件事已经有了新进展，请刷新后再看")


@errors.app_errorhandler(ValidationError)
def malformed(error):
    problems = few(error.normalized_messages())
    return answer(422, "malformed", "填写有误", "请检查标出的内容", problems=problems)


@errors.app_errorhandler(IntegrityError)
def conflict(error):
    log.warning("refused by the database", sqlstate=error.orig.sqlstate)
    return answer(409, "conflict", "已经处理过了", "请刷新后再看")


@errors.app_errorhandler(DataError)
def unkeepable(error):
    log.warning("not a value the database can keep", sqlstate=error.orig.sqlstate)
    return answer(422, "malformed", "填写有误", "请检查填写的内容")


@errors.app_errorhandler(DBAPIError)
def database_trouble(error):
    if not is_passing(error):
        return unexpected(error)
    log.warning("database busy or away", sqlstate=getattr(error.orig, "sqlstate", None))
    return refused(Busy())


@errors.app_errorhandler(HTTPException)
def http_error(error):
    code = error.name.lower().replace(" ", "_")
    allow = {"Allow": ", ".join(error.valid_methods)} if error.code == 405 else {}
    title, next_step = TITLES.get(error.code, "请求不对"), WHAT_NEXT.get(error.code, "请返回重试")
    return answer(error.code, code, title, next_step, allow)


@errors.app_errorhandler(Exception)
def unexpected(error):
    log.error("unexpected error", exc_info=error)
    return answer(500, "unexpected", "服务器出错了", "我们会尽快处理，请稍后再试")
