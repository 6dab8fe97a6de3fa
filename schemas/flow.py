"""Flows: the life of a thing, written as data so that server and client read the same page."""

from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """A state, the words people see for it, and its traits: NAME = "wire", "label", "open ticking".

    Lists, filters and clocks ask for a trait, never for a list of states."""

    label: str
    traits: frozenset[str]

    def __new__(cls, value: str, label: str, traits: str = ""):
        state = str.__new__(cls, value)
        state._value_ = value
        state.label = label
        state.traits = frozenset(traits.split())
        return state

    @classmethod
    def having(cls, trait: str) -> list["State"]:
        return [state for state in cls if trait in state.traits]

    def has(self, trait: str) -> bool:
        return trait in self.traits


class IllegalMove(Exception):
    """The thing is not in a state from which this action is possible."""


@dataclass(frozen=True)
class Step:
    sources: tuple[State, ...]
    target: State | None  # None: the state stays as it is
    label: str  # what the button says
    words: dict[str, str] = field(default_factory=dict)  # for one kind, to a party, afterwards


def step(*sources: State, to: State | None = None, label: str, **words: str) -> Step:
    return Step(sources, to, label, words)


class Flow:
    """Where a thing starts, and which action leads from which states to which one."""

    def __init__(self, start: State, **steps: Step):
        self.start = start
        self.states = type(start)
        self.steps = steps

    def after(self, state: State, action: str) -> State:
        if action not in self.actions(state):
            raise IllegalMove(f"cannot {action} while {state}")
        return self.steps[action].target or state

    def actions(self, state: State) -> list[str]:
        return [action for action, step in self.steps.items() if state in step.sources]

    def label(self, action: str, kind: str = "") -> str:
        taken = self.steps[action]
        return taken.words.get(kind, taken.label)
