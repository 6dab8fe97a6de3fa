"""One act each: a button that is there for whoever presses it, a form that the road would take."""

from schemas import ticket_forms as forms
from schemas.wishes import ClaimChoiceForm, ReleaseForm, ScreenForm
from server.core.db import db
from server.demo.people import acting
from server.demo.pictures import send_picture
from server.demo.story import Life
from server.people.actor import Actor
from server.people.models import Person
from server.tickets.models import Category, Ticket
from server.tickets.present.actions import allowed
from server.tickets.service import closing, desk, doing, extending, hands, merging, talking
from server.wishes.service import claims, wall


class NoSuchButton(Exception):
    """The story asks somebody for what the road would refuse."""


def pressing(action: str, ticket: Ticket, person: Person) -> Actor:
    actor = acting(person)
    if action not in [button["action"] for button in allowed(actor, ticket)]:
        raise NoSuchButton(f"{person.display_name}: {action}, {ticket.state} {ticket.number}")
    return actor


# ---- at the desk


def screen(life: Life) -> None:
    story = life.story
    headline, need, effort = map(str.strip, story.card.split("/"))
    form = {"headline": headline, "category_id": _category(story.category), "group": story.group}
    form |= {"need": need} if need else {}
    form |= {"effort": effort} if effort else {}
    form |= {"text": story.typed} if story.typed else {}
    form |= {"small": True, "wide": story.group == "many", "doable": True, "useful": True}
    form |= {"urgency": story.urgency, "helpers_needed": story.helpers}
    form |= {"difficulty": "hard" if story.helpers > 1 else "easy"}
    by = pressing("screen", life.ticket, life.desk)
    wall.screen_wish(life.ticket, ScreenForm().load(form), by=by)


def _category(code: str) -> int:
    return db.session.scalars(db.select(Category.id).where(Category.code == code)).one()


def sort(life: Life, **form) -> None:
    by = pressing("triage", life.ticket, life.desk)
    form.setdefault("category_id", _category(life.story.category))
    desk.triage(life.ticket, forms.TriageForm().load(form), by=by)


def dispatch(life: Life) -> None:
    by = pressing("dispatch", life.ticket, life.desk)
    form = {"unit_id": life.places[life.story.unit].id}
    hands.dispatch(life.ticket, forms.DispatchForm().load(form), by=by)


def answer(life: Life) -> None:
    by = pressing("answer", life.ticket, life.desk)
    doing.answer(life.ticket, forms.AnswerForm().load({"words": life.story.done}), by=by)


def cannot_do(life: Life, reason: str) -> None:
    by = pressing("cannot_do", life.ticket, life.desk)
    form = {"reason": reason, "words": life.story.why}
    closing.cannot_do(life.ticket, forms.CannotDoForm().load(form), by=by)


def hand_over(life: Life, elsewhere: str) -> None:
    by = pressing("hand_over", life.ticket, life.desk)
    form = {"elsewhere": elsewhere, "words": life.story.why}
    closing.hand_over(life.ticket, forms.HandOverForm().load(form), by=by)


def merge(life: Life) -> None:
    by = pressing("merge", life.ticket, life.desk)
    merging.merge(life.ticket, life.tickets[life.story.into].number, by=by)


def call_back(life: Life, *, reached: bool) -> None:
    by = pressing("call_back", life.ticket, life.colleague)
    form = {"reached": reached, "words": "愿意评价" if reached else "没有人接，晚上再打"}
    closing.call_back(life.ticket, forms.CallBackForm().load(form), by=by)


# ---- whoever does it


def claim(life: Life, helper: Person) -> None:
    """A guarded wish is asked for; so it is said by the button that is there."""
    guarded = life.ticket.group.has("guarded")
    first = "claim" if life.ticket.state.has("wall") else "join"
    by = pressing("ask_to_claim" if guarded else first, life.ticket, helper)
    wall.claim_wish(life.ticket, by=by)


def answer_claim(life: Life, *, yes: bool = True) -> None:
    """The one who asked first."""
    asked = next(a for a in life.ticket.assignments if a.state == "asked")
    form = ClaimChoiceForm().load({"assignment_id": asked.id})
    if yes:
        claims.confirm_claim(
            life.ticket, form, by=pressing("confirm_claim", life.ticket, life.desk)
        )
    else:
        form["words"] = "这位邻居想请一位女志愿者，谢谢您。"
        claims.decline_claim(
            life.ticket, form, by=pressing("decline_claim", life.ticket, life.desk)
        )


def accept(life: Life) -> None:
    hands.accept(life.ticket, by=pressing("accept", life.ticket, life.officer))


def bounce(life: Life) -> None:
    by = pressing("bounce", life.ticket, life.officer)
    hands.bounce(life.ticket, life.story.why, by=by)


def release(life: Life) -> None:
    by = pressing("release", life.ticket, life.lead)
    wall.release_wish(life.ticket, ReleaseForm().load({"words": life.story.why})["words"], by=by)


def ask(life: Life) -> None:
    by = pressing("ask", life.ticket, life.lead)
    talking.ask(life.ticket, life.story.why, by=by)


def ask_longer(life: Life, days: int, words: str) -> None:
    by = pressing("ask_extension", life.ticket, life.lead)
    form = forms.ExtendForm().load({"days": days, "words": words})
    extending.ask_extension(life.ticket, form, by=by)


def progress(life: Life, words: str) -> None:
    by = pressing("note", life.ticket, life.lead)
    talking.note(life.ticket, forms.NoteForm().load({"words": words}), by=by)


def finish(life: Life, words: str = "") -> None:
    by = pressing("finish", life.ticket, life.lead)
    form = {
        "words": words or life.story.done,
        "level": "community" if life.story.unit else "estate",
    }
    if life.story.photo:
        form["photo_ids"] = [send_picture(life.story.photo, by=by, after=True).id]
    elif life.story.unit:
        form["proof_words"] = "住户在办结单上签了字"
    doing.finish(life.ticket, forms.FinishForm().load(form), by=by)


# ---- the resident


def rate(life: Life, solved: str = "yes", words: str = "", route: str = "") -> None:
    """Tapped by whoever wished or wrote it down; who has no telephone is asked by a colleague."""
    tapped = life.wisher.phone or not acting(life.enterer).works_at(life.ticket.area.path)
    route = route or ("tap" if tapped else "phone")
    rater = life.tapper if route == "tap" else life.colleague
    by = pressing("confirm" if solved == "yes" else "reopen", life.ticket, rater)
    form = {"solved": solved, "route": route}
    form |= {"words": words} if words else {}
    if satisfied := {"yes": life.satisfied, "partly": "basically", "no": "no"}[solved]:
        form["satisfied"] = satisfied
    if route == "paper":
        form["paper_id"] = send_picture("paper", by=by).id
    closing.rate(life.ticket, forms.RateForm().load(form), by=by)


def reply(life: Life, words: str) -> None:
    by = pressing("reply", life.ticket, life.enterer)
    talking.reply(life.ticket, forms.AnswerForm().load({"words": words}), by=by)


def contest(life: Life, words: str) -> None:
    closing.contest(life.ticket, words, by=pressing("contest", life.ticket, life.enterer))


def withdraw(life: Life) -> None:
    closing.withdraw(life.ticket, by=pressing("withdraw", life.ticket, life.enterer))


def me_too(life: Life, neighbour: Person) -> None:
    merging.me_too(life.ticket, by=pressing("me_too", life.ticket, neighbour))
