"""意见与投诉: a few words to the administrator, and what became of them."""

from datetime import timedelta

from schemas import ticket_forms as forms
from server.demo import acts
from server.demo.people import acting
from server.people.models import Person
from server.tickets.service import closing, doing, intake

# days ago, by whom, what is said, what the administrator answers, the word on it
SAID = (
    (48, "chen", "字再大一点就好了，我戴上老花镜还是要眯着眼。", "在“我的”里打开长辈版，"
     "字和按钮都会变大；下次更新会再加一档更大的字。", "打开了，看得清"),
    (30, "cai", "心愿墙上不写是哪个小区，我想先帮自己小区的，翻半天。", "已经改成自己小区"
     "排在最前面，请更新后再看。", "好多了"),
    (16, "ma", "我报修两次都打不通电话，打到第三次才有人接，态度还不好。", "已向社区了解，"
     "当天值班人员请假没有补位；现已安排两人轮值，向您道歉。", ""),
    (5, "tu", "希望能在手机上看到自己的事办到哪一步了，不用打电话问。", "打开“我的心愿”，点进去"
     "就有办理进度；每一步都会在消息里告诉您。", ""),
    (2, "xie", "扫码以后要等四五秒才打开，下雨天站在门口很难受。", "", ""),
    (0, "zhou", "说一段话的按钮我按了三次才成功，能不能提示一下要按住？", "", ""),
)  # fmt: skip


def lives(people: dict[str, Person]):
    """(days ago, the life) of each."""
    for days_ago, who, words, answered, word in SAID:
        yield days_ago, _life(people[who], people["admin"], words, answered, word)


def _life(resident: Person, admin: Person, words: str, answered: str, word: str):
    form = forms.FeedbackForm().load({"text": words})
    ticket = intake.submit_feedback(form, by=acting(resident))
    yield timedelta(hours=26)
    if answered:
        form = forms.AnswerForm().load({"words": answered})
        doing.answer(ticket, form, by=acts.pressing("answer", ticket, admin))
        yield timedelta(hours=20)
    if word:
        rating = forms.RateForm().load({"solved": "yes", "satisfied": "yes", "words": word})
        closing.rate(ticket, rating, by=acts.pressing("confirm", ticket, resident))
