"""How long the machine runs, and what kinds of steps there are."""

import os

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from schemas.tickets import TICKET_FLOW

LONG = os.environ.get("JINLIN_FUZZ") == "long"
RUN = settings(
    max_examples=200 if LONG else 30,
    stateful_step_count=50 if LONG else 20,
    derandomize=not LONG,
    deadline=None,
    database=None,
    phases=[Phase.generate, Phase.shrink] if LONG else [Phase.generate],  # shrinking takes minutes
    suppress_health_check=list(HealthCheck),
)
ROUTES = {"confirm": "rate", "reopen": "rate", "join": "claim", "ask_to_claim": "claim"}
BY_JOBS = {"lapse", "close_unrated", "to_backstop"}
OF_PARTS = {"accept_part", "bounce_part", "finish_part", "drop_part"}  # pressed on the part itself
STEPS = sorted(set(TICKET_FLOW.steps) - BY_JOBS - OF_PARTS)
SIDEWAYS = {"note", "triage", "me_too", "call_back"}
ENDS = {"withdraw", "merge", "hand_over", "cannot_do", "take_down", "answer", "recall", "transfer"}
DOING = {"claim", "join", "ask_to_claim", "confirm_claim", "accept", "answer", "finish"}
REPORTING = {"accept", "answer", "finish"}
RATING = {"confirm", "reopen"}  # never by whoever worked on it
A_TICKET = st.integers(0, 9)
ASKING = ["worker", "colleague", "officer"]  # a month later
FOUND = ["came_back", "unreached", "good"]
