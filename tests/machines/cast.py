"""The people of the machine, and what they say. Whatever is private carries SECRET or PHONE, so
that a leak is found wherever it comes out."""

from itertools import count

from server.core.db import db
from server.people.places import Area
from tests import make
from tests import make_tickets as tickets

SECRET, PHONE = "隐私", "1390000"
WHO = (
    "wang",
    "zhang",
    "officer",
    "second",
    "aunt",
    "niece",
    "guo",
    "worker",
    "colleague",
    "administrator",
)
FAR = "城南社区"  # with nobody at its desk
OUTSIDE = (None, "stranger", "worker_elsewhere")


def people() -> dict:
    here = make.community()
    estate = make.estate(of=here)
    elsewhere = make.community("城东社区")
    make.community(FAR)
    number = count(1)

    def named(word, **known):
        n = next(number)
        return make.person(
            f"{SECRET}{word}", real_name=f"{SECRET}本名{n}", phone=f"{PHONE}{n:04}", **known
        )

    cast = {"aunt": named("阿姨", estate=estate), "niece": named("侄女", estate=estate)}
    for name in ("wang", "zhang", "guo"):
        cast[name] = named(f"志愿者{name}", estate=estate)
        make.grant(cast[name], "volunteer", here)
    for name, place in (("worker", here), ("colleague", here), ("worker_elsewhere", elsewhere)):
        cast[name] = make.staff(at=place, display_name=f"{SECRET}{name}")
    make.grant(cast["colleague"], "volunteer", here)  # may help, and then may not judge
    cast["officer"] = make.officer(make.unit(at=here), f"{SECRET}经理")
    cast["second"] = make.officer(make.unit(at=here, name="供电所"), f"{SECRET}站长")
    cast["administrator"] = make.administrator(display_name=f"{SECRET}管理员")
    cast["stranger"] = make.person("路人", estate=estate)
    return cast


def words(text: str) -> dict:
    return {"words": f"{SECRET}：{text}"}


def form(action: str, *, ticket, nth: int, cast: dict, others: list[str], asked) -> dict:
    """What somebody says when they press the button of this action."""
    said = {
        "screen": _card(ticket, nth),
        "take_down": words("改一改"),
        "confirm_claim": {"assignment_id": asked or 1},
        "decline_claim": {"assignment_id": asked or 1, **words("这次不行")},
        "release": words("有事"),
        "answer": words("二楼办"),
        "dispatch": _joint(cast, nth),
        "add_part": _part(cast),
        "triage": {"urgency": "high"},
        "cannot_do": {"reason": "money", **words("没有经费")},
        "merge": {"into": others[0] if others else "10260017"},
        "hand_over": {"elsewhere": "hotline", **words("请拨 12345")},
        "call_back": {"reached": True, **words("说还行")},
        "recall": words("换人来办"),
        "transfer": {"area_id": _far(), **words("是城南的")},
        "bounce": words("人手不够"),
        "hand_back": words("配件停产"),
        "ask": words("几号楼"),
        "finish": words("办好了") | {"proof_words": f"{SECRET}：现场看得到"},
        "reply": words("住顶楼"),
        "contest": words("再看看"),
        "came_back": words("又坏了"),
        "ask_extension": {"days": 2, **words("等配件")},
        "approve_extension": words("同意"),
        "decline_extension": words("请抓紧"),
        "note": words("周六来"),
        "confirm": {"solved": "yes", "satisfied": "yes", **words("谢谢")},
        "reopen": {"solved": "no", "satisfied": "no", **words("又坏了")},
    }
    return said.get(action, {})


def _joint(cast: dict, nth: int) -> dict:
    """Every other slip goes to two units."""
    lead = {"unit_id": cast["officer"].live_grants[0].unit_id}
    return lead | ({"co": [_part(cast)]} if nth % 2 else {})


def _part(cast: dict) -> dict:
    return {"unit_id": cast["second"].live_grants[0].unit_id, "part": f"{SECRET}断电"}


def _far() -> int:
    return db.session.scalars(db.select(Area.id).where(Area.name == FAR)).one()


def _card(ticket, nth: int) -> dict:
    groups = ("elder", "child", "many")
    return {
        "headline": "想请人换根灯管",
        "need": "灯管已备好",
        "effort": "约半小时",
        "small": True,
        "wide": True,
        "doable": True,
        "useful": True,
        "category_id": tickets.category().id,
        "group": groups[nth % 3],
        "helpers_needed": 1 + nth % 2,
    }


def stop_or_begin(volunteer, web, boss) -> None:
    """Whoever helps stops; whoever has stopped begins again."""
    live = [grant for grant in volunteer.live_grants if grant.role == "volunteer"]
    for grant in live:
        answer = web.post(f"/api/people/grants/{grant.id}/end", by=boss)
        assert answer.status_code == 200, answer.text
    if not live:
        make.grant(volunteer, "volunteer", volunteer.grants[0].area)
