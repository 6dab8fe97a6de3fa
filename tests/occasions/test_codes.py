"""Codes: ours are read and hold; whatever differs from them by anything does not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schemas.occasion_words import Direction
from server.core.clock import now
from server.occasions import codes
from tests.machines.runs import LONG, RUN

MANY = settings(RUN, max_examples=RUN.max_examples if LONG else 300)
SECRET, SESSION, STEP = "the secret of a session", 7, 59_000_000
OURS = codes.session_code(SECRET, SESSION, Direction.IN, STEP)
ANY_TEXT = st.text(st.characters(codec="utf-8"), max_size=150)


def good(sent: str) -> bool:
    """As scanning judges a code of this session."""
    code = codes.read(sent)
    if code is None or code.mark not in codes.MARKS or code.subject != SESSION:
        return False
    return codes.is_of_session(code, SECRET)


def test_ours_is_good_bare_and_in_a_link():
    assert good(OURS)
    assert good(f"https://jinlin.example/q/c/{OURS}")


@MANY
@given(st.integers(0, len(OURS) - 1), st.characters(codec="utf-8"))
def test_one_changed_letter_spoils_it(place, letter):
    changed = OURS[:place] + letter + OURS[place + 1 :]

    assert good(changed) == (changed == OURS)


@MANY
@given(st.integers(0, len(OURS)), st.characters(codec="utf-8"))
def test_a_letter_more_spoils_it(place, letter):
    """But for what stands before it: a link ends with the code it holds."""
    longer = OURS[:place] + letter + OURS[place:]

    assert not good(longer) or (place == 0 and letter == "/")


@MANY
@given(ANY_TEXT)
def test_what_is_no_code_is_read_as_none(text):
    assert codes.read(text) is None


@MANY
@given(
    st.sampled_from(["C1", "O1", "U1", "K1", "c1", ""]),
    st.one_of(st.integers(), st.sampled_from(["７", "7_0", "07", "+7", " 7", "7.0", "1e3"])),
    st.one_of(st.integers(), st.sampled_from(["-1", "0x2f", "2F", "２", "f" * 40, ""])),
    st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567abc=", max_size=20),
)
def test_whatever_the_parts_nothing_breaks_and_nothing_is_good(mark, subject, step, mac):
    assert not good(f"{mark}.{subject}.{step}.{mac}")


@pytest.mark.parametrize("secret", ["", "another", SECRET + " "])
def test_another_secret_makes_another_code(secret):
    assert not good(codes.session_code(secret, SESSION, Direction.IN, STEP))


def test_in_is_not_out():
    into, out = (codes.session_code(SECRET, SESSION, way, STEP) for way in Direction)

    assert into.split(".")[3] != out.split(".")[3]
    assert not good(into.replace("C1", "O1"))


@MANY
@given(st.integers(-(10**6), 10**6))
def test_fresh_is_this_step_and_the_one_before(ahead):
    moment = now()

    assert codes.is_fresh(codes.step_at(moment) + ahead, moment) == (ahead in (0, -1))
    assert codes.is_fresh(codes.step_at(moment) + ahead, moment, early=1) == (ahead in (1, 0, -1))
