"""What people must ask of the domains above it: each passes a function in when it is imported."""

from collections.abc import Callable

# name of the part → (person ids) → plain values; what a person gets who asks for their own copy
copy_parts: dict[str, Callable[[tuple[int, ...]], list[dict]]] = {}
# "unread" → (person ids) → how many
counts: dict[str, Callable[[tuple[int, ...]], int]] = {}
# how somebody is told something: (person_id, title, words, *, reason, link)
tellers: list[Callable] = []
# (person, *, roles, by): what is to be done about whatever they have in hand
gone: list[Callable] = []
# (person, keeper, *, by): two accounts are one now, or two again
merged: list[Callable] = []


def tell(person_id: int, title: str, words: str, *, reason: str, link=None) -> None:
    for teller in tellers:
        teller(person_id, title, words, reason=reason, link=link)


def count(name: str, ids: tuple[int, ...]) -> int:
    return counts[name](ids) if name in counts else 0


def when_gone(function: Callable) -> Callable:
    """Above a `function(person, *, roles, by)`. It is called in the transaction in which a role of
    somebody ends (`roles`: those they now hold nowhere, maybe none) or they may no longer come in
    (None: all of them; `person.state` says whether they are off or closed); for whoever was merged
    into them too. `by` is an actor or a job; it must bear being called twice."""
    gone.append(function)
    return function


def tell_gone(person, *, roles: set | None, by) -> None:
    """The highest domain first: what it tells on the way lies in an inbox that may go as well."""
    for function in reversed(gone):
        function(person, roles=roles, by=by)


def when_merged(function: Callable) -> Callable:
    """Above a `function(person, keeper, *, by)`. It is called in the transaction in which `person`
    becomes an alias of `keeper`, and in the one in which that is undone (then it is none any more);
    both are locked. What is counted per person is counted anew; nothing is rewritten."""
    merged.append(function)
    return function


def tell_merged(person, keeper, *, by) -> None:
    for function in merged:
        function(person, keeper, by=by)
