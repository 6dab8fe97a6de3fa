"""Every flow, present and future, is held to the same promises."""

import pytest

from schemas.people_words import PERSON_FLOW, VOLUNTEER_FLOW
from schemas.shop_words import ORDER_FLOW, SHOP_FLOW
from schemas.tickets import ASSIGNMENT_FLOW, TICKET_FLOW, TicketState

FLOWS = [TICKET_FLOW, ASSIGNMENT_FLOW, PERSON_FLOW, VOLUNTEER_FLOW, SHOP_FLOW, ORDER_FLOW]
ENTERED = {"asked", "accepted"}  # of an assignment: a claim begins in one of them


def named(flow) -> str:
    return flow.states.__name__


def reachable(flow) -> set:
    seen, todo = set(), [flow.start, *(s for s in flow.states if s in ENTERED)]
    while todo:
        state = todo.pop()
        if state not in seen:
            seen.add(state)
            todo += [flow.after(state, action) for action in flow.actions(state)]
    return seen


@pytest.mark.parametrize("flow", FLOWS, ids=named)
def test_every_state_can_be_reached(flow):
    assert reachable(flow) == set(flow.states)


@pytest.mark.parametrize("flow", FLOWS, ids=named)
def test_every_state_and_step_has_words_for_people(flow):
    assert all(state.label for state in flow.states)
    assert all(step.label for step in flow.steps.values())


def test_from_every_open_state_the_resident_may_turn_back():
    for state in TicketState.having("open"):
        assert {"withdraw", "cannot_do"} <= set(TICKET_FLOW.actions(state))


def test_only_the_residents_key_leads_to_closed():
    steps = [name for name, step in TICKET_FLOW.steps.items() if step.target == "closed"]

    assert steps == ["confirm"]


def test_every_end_is_an_end():
    for state in TicketState.having("closed"):
        targets = {TICKET_FLOW.after(state, action) for action in TICKET_FLOW.actions(state)}
        assert targets <= {"unrated", "closed", "working", "received"}
