"""A machine that does whatever anybody can do to wishes, over HTTP, jobs and clock."""

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from server.core.db import db
from server.tickets.models import Ticket
from tests import make_tickets
from tests.browser import Browser
from tests.clock import Clock
from tests.machines import clockwork, pressing, promises, runs
from tests.machines.cast import OUTSIDE, PHONE, SECRET, WHO, form, people, stop_or_begin
from tests.machines.runs import (
    A_TICKET,
    DOING,
    ENDS,
    OF_PARTS,
    REPORTING,
    ROUTES,
    RUN,
    SIDEWAYS,
    STEPS,
)
from tests.work import work_off


class Wishes(RuleBasedStateMachine):
    app = None  # of the running test

    def __init__(self):
        super().__init__()
        # Between two runs hypothesis may think longer than a request may.
        db.engines[None].exec_driver_sql("SET idle_in_transaction_session_timeout = 0")
        self.savepoint = db.engines[None].begin_nested()
        self.clock = Clock()
        self.clock.__enter__()
        self.web = Browser(self.app)
        self.worked: dict[int, set[int]] = {}
        self.ids: list[int] = []

    def teardown(self):
        try:
            if self.ids:
                self._nothing_anywhere_is_personal()
        finally:
            db.session.remove()
            self.savepoint.rollback()
            self.clock.__exit__()

    # ---- what happens

    @initialize()
    def everybody_is_there(self):
        self.cast = people()
        make_tickets.categories()
        self.estate_id = self.cast["aunt"].estate_id
        clockwork.a_month_ago(self)
        for who in ("aunt", "worker"):
            self.submit(who)
            self.take(self.ids[-1], "colleague", "screen")

    @precondition(lambda self: len(self.ids) < 5)
    @rule(who=st.sampled_from(["aunt", "niece", "worker", "wang"]))
    def submit(self, who):
        said = {
            "estate_id": self.estate_id,
            "text": f"{SECRET}心愿",
            "place": f"{SECRET}门牌",
            "hoped": f"{SECRET}时间",
            "contact_name": f"{SECRET}联系人",
            "contact_phone": f"{PHONE}9999",
        }
        if who in ("niece", "worker"):
            said["on_behalf"] = {"name": f"{SECRET}老人", "phone": f"{PHONE}8888"}
        answer = self.web.post("/api/wishes/", by=self.cast[who], **said)
        assert answer.status_code == 201, answer.text
        self.ids.append(answer.json["id"])
        self.worked[answer.json["id"]] = set()

    @rule(nth=A_TICKET, choices=st.lists(st.integers(0, 200), min_size=2, max_size=5))
    def go_on(self, nth, choices):
        """Steps that bring it further, each by one of those to whom it is offered."""
        for choice in choices:
            self._press(nth, choice, lambda action: action not in SIDEWAYS | ENDS)

    @rule(nth=A_TICKET, choice=st.integers(0, 200))
    def press_any_button(self, nth, choice):
        self._press(nth, choice, lambda action: True)

    @rule(who=st.sampled_from(WHO), nth=A_TICKET, action=st.sampled_from(STEPS))
    def try_anything(self, who, nth, action):
        """What is not offered may be refused; it never breaks."""
        answer = self.take(self._nth(nth), who, action)
        assert answer.status_code in (200, 403, 404, 409, 422), answer.text

    @rule(nth=A_TICKET, step=st.sampled_from(sorted(OF_PARTS)))
    def answer_a_part(self, nth, step):
        """What is offered on a part is not refused; what is not, changes nothing."""
        pressing.answer_parts(self, db.session.get_one(Ticket, self._nth(nth)), step)

    @rule(who=st.sampled_from(["wang", "zhang", "guo"]))
    def somebody_stops_helping(self, who):
        """And may begin anew another day."""
        stop_or_begin(self.cast[who], self.web, self.cast["administrator"])
        db.session.expire_all()

    @rule(who=st.sampled_from(runs.ASKING), result=st.sampled_from(runs.FOUND))
    def ask_a_month_later(self, who, result):
        clockwork.ask_a_month_later(self, who, result)

    @rule(hours=st.sampled_from([1, 24, 24 * 3, 24 * 8, 24 * 30]))
    def time_goes_by(self, hours):
        self.clock.forward(hours=hours)
        work_off()
        db.session.expire_all()
        promises.nothing_overslept(promises.tickets())

    # ---- what stays true

    @invariant()
    def the_promises_hold(self):
        db.session.expire_all()
        every = promises.tickets()
        promises.hold(every, self.worked)
        clockwork.hold(every, self.worked)

    def _nothing_anywhere_is_personal(self):
        """Of every ticket, to everybody who has nothing to do with it; and on every list."""
        for outsider in OUTSIDE:
            by = outsider and self.cast[outsider]
            for path in promises.paths_of_everything():
                promises.nothing_personal(self.web.get(path, by=by).text)

    def _press(self, nth: int, choice: int, wanted):
        """What is offered is not refused."""
        ticket = db.session.get_one(Ticket, self._nth(nth))
        lonely = {"merge"} if not self._others(ticket.id) else set()
        lonely |= {"add_part"} if ticket.parts else set()  # there is one unit more
        offered = [
            (who, action)
            for who in WHO
            for action in pressing.buttons(self.cast[who], ticket)
            if wanted(action) and action not in lonely
        ]
        if offered:
            who, action = offered[choice % len(offered)]
            answer = self.take(ticket.id, who, action)
            assert answer.status_code == 200, (who, action, answer.text)
            if action in REPORTING:
                pressing.nobody_judges_their_own_work(self, ticket.id)

    def _nth(self, nth: int) -> int:
        return self.ids[nth % len(self.ids)]

    def _others(self, ticket_id: int) -> list[str]:
        every = promises.tickets()
        return [t.number for t in every if t.id != ticket_id and t.state.has("open")]

    def take(self, ticket_id: int, who: str, action: str):
        ticket = db.session.get_one(Ticket, ticket_id)
        waiting = [a for a in ticket.assignments if a.state == "asked"]
        own = self.cast[who].id if action == "confirm_claim" else None
        asked = next((a for a in waiting if a.person_id != own), None)
        said = form(
            action,
            ticket=ticket,
            nth=self.ids.index(ticket_id),
            cast=self.cast,
            others=self._others(ticket_id),
            asked=asked and asked.id,
        )
        if action in runs.RATING and who in ("worker", "colleague"):
            said["route"] = "phone"
        path = make_tickets.path(ticket, ROUTES.get(action, action))
        judge = action in runs.RATING and self.cast[who].id in self.worked[ticket_id]
        answer = self.web.post(path, by=self.cast[who], **said)
        db.session.expire_all()
        assert not judge or answer.status_code != 200, (who, action)
        if answer.status_code == 200 and action in DOING:
            self._remember(ticket_id, who, action, asked, answer.json)
        return clockwork.take_up(self, action, answer)

    def _remember(self, ticket_id: int, who: str, action: str, asked, told: dict):
        """Who did, led or reported the work, as somebody watching would write it down."""
        if action == "confirm_claim":
            self.worked[ticket_id].add(asked.person_id)
        elif action in REPORTING or told["my_claim_label"] == "已接单":
            self.worked[ticket_id].add(self.cast[who].id)


def test_whatever_anybody_does_the_promises_hold(app):
    Wishes.app = app
    run_state_machine_as_test(Wishes, settings=RUN)
