"""The categories every deployment starts with; staff may add to them. Limits in working days."""

from sqlalchemy import Connection
from sqlalchemy.dialects.postgresql import insert

from server.tickets.models import Category

# kind, code, label, limit
FIRST = (
    ("wish", "unsorted", "未分类", 5),
    ("wish", "home_repair", "家里小修", 5),
    ("wish", "errand", "代购跑腿", 3),
    ("wish", "company", "陪伴看望", 5),
    ("wish", "clinic", "陪诊取药", 3),
    ("wish", "phone_lesson", "学用手机", 5),
    ("wish", "haircut", "上门理发", 5),
    ("wish", "tidying", "打扫整理", 5),
    ("wish", "lesson", "学习辅导", 7),
    ("wish", "goods", "旧物传递", 7),
    ("wish", "legal", "法律咨询", 7),
    ("wish", "other", "其他心愿", 7),
    ("feedback", "feedback_unsorted", "未分类", 5),
    ("feedback", "about_app", "对平台的意见", 5),
    ("feedback", "about_service", "对服务的投诉", 5),
    ("reception", "reception_unsorted", "未分类", 10),
    ("reception", "charging", "充电桩建设", 15),
    ("reception", "parking", "停车位改造", 15),
    ("reception", "greenery", "绿化管养", 10),
    ("reception", "public_repair", "公共维修", 10),
    ("reception", "safety", "安全隐患", 3),
    ("reception", "reception_other", "其他事项", 10),
)

# The first of each kind: what nobody has looked at yet.
UNSORTED = ("unsorted", "feedback_unsorted", "reception_unsorted")


def install_categories(connection: Connection) -> None:
    """For the first migration; run again it changes nothing."""
    rows = [
        {"kind": kind, "code": code, "label": label, "limit_days": limit, "position": position}
        for position, (kind, code, label, limit) in enumerate(FIRST, start=1)
    ]
    connection.execute(insert(Category).values(rows).on_conflict_do_nothing())
