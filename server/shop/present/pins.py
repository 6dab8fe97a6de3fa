"""Whether there is a PIN, and since when."""

from server.core import clock
from server.people.actor import Actor
from server.people.aliases import everybody
from server.people.models import Person
from server.shop.service.pins import pin_of


def pin_of_person(actor: Actor, person: Person) -> dict:
    found = pin_of(everybody(person.id))
    set_at = found and clock.local(found.set_at)
    by_desk = found is not None and found.set_by_id != found.person_id
    words = found and f"{set_at.month}月{set_at.day}日{'在服务台' if by_desk else '自己'}设的"
    return {
        "is_set": found is not None,
        "set_on": set_at and set_at.date(),
        "by_desk": by_desk,
        "words": words,
    }


def own_pin(actor: Actor, _) -> dict:
    return pin_of_person(actor, actor)
