"""回复模板: what the desks of the demo have at hand to say."""

from schemas.clock_words import TemplateKind
from schemas.ticket_clock import TemplateForm
from server.demo.people import acting
from server.tickets.service import templates

# where, by whom, in which box, title, words
PHRASES = (
    ("xiangbing", "su", TemplateKind.ANSWER, "外来车辆",
     "访客车晚上十点以前可以进，请在门卫登记；过夜的请先和物业说好。"),
    ("xiangbing", "su", TemplateKind.ANSWER, "居住证明",
     "带身份证和房产证（租房的带租赁合同）到社区服务台，当天就能开。"),
    ("xiangbing", "su", TemplateKind.ASK, "说清楚在哪里",
     "请补充是几栋几单元、哪一层，方便的话拍一张照片。"),
    ("xiangbing", "su", TemplateKind.EXTEND, "等材料",
     "要用的材料还没有到货，到货以后马上来装，请您再等几天。"),
    ("xiangbing", "su", TemplateKind.CANNOT_DO, "要业主大会表决",
     "动用维修资金要业主大会表决，已经转给业委会，表决以后再办。"),
    ("baomei", "qiaoyun", TemplateKind.ANSWER, "充电桩退费",
     "扫码充电的钱由运营公司退，客服电话贴在桩上；三天没有退，请再来找我们。"),
)  # fmt: skip


def write_down(places: dict, people: dict) -> None:
    for key, who, kind, title, words in PHRASES:
        form = {"area_id": places[key].id, "kind": kind.value, "title": title, "words": words}
        templates.add_template(TemplateForm().load(form), by=acting(people[who]))
