"""A machine that earns and spends points in whatever way anybody can, over HTTP, jobs and clock."""

from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)
from sqlalchemy import func, select

from server.core.db import db
from server.people.aliases import everybody
from server.points import names
from server.points.audit import findings
from server.points.models import Account
from server.points.service import ledger
from tests.browser import Browser
from tests.clock import Clock
from tests.machines.market import BUYERS, Town
from tests.machines.runs import RUN
from tests.machines.trade import ACTS, POINTS, Trade

NUMBER = st.integers(0, 11)


class Points(RuleBasedStateMachine):
    app = None  # of the running test

    def __init__(self):
        super().__init__()
        # Between two runs hypothesis may think longer than a request may.
        db.engines[None].exec_driver_sql("SET idle_in_transaction_session_timeout = 0")
        self.savepoint = db.engines[None].begin_nested()
        self.clock = Clock()
        self.clock.__enter__()
        self.web = Browser(self.app)

    def teardown(self):
        try:
            for name in (*BUYERS, "old"):
                self._statement_adds_up(name)
        finally:
            db.session.remove()
            self.savepoint.rollback()
            self.clock.__exit__()

    @initialize()
    def everything_is_there(self):
        self.town = Town()
        self.trade = Trade(self.town, self.web, self.clock)

    @rule(act=st.sampled_from(ACTS), n=NUMBER, m=NUMBER, k=NUMBER)
    def somebody_does_something(self, act, n, m, k):
        """Refused perhaps, and never broken."""
        getattr(self.trade, act)(n, m, k)

    @invariant()
    def the_books_are_right(self):
        """Zero together, no purse and no stock below it, Σ lots, replayed: all that is audited."""
        db.session.rollback()
        assert list(findings()) == []
        assert not db.session.scalar(select(func.sum(Account.balance)))
        db.session.rollback()

    def _statement_adds_up(self, name: str):
        """The lines that somebody reads sum to what they have."""
        person = self.town.people[name]
        if person.merged_into_id:  # the other account reads for both
            return
        read, more = 0, {"scheme_id": self.town.scheme.id}
        while more:
            found = self.web.get(f"{POINTS}/entries", by=person, limit=7, **more).json
            read += sum(line["amount"] for line in found["items"])
            more = found["next"] and more | {"cursor": found["next"]}
        purses = [names.purse(id) for id in everybody(person.id)]
        assert read == sum(ledger.balances(self.town.scheme.id, purses).values())


def test_whatever_anybody_does_the_books_are_right(app):
    Points.app = app
    run_state_machine_as_test(Points, settings=RUN)
