"""Who may do what about points."""

from sqlalchemy import or_

from server.people.actor import Actor
from server.points import names
from server.points.models import Posting


def visible_postings(actor: Actor):
    """The lines of one's own statement."""
    own = [names.purse(id) for id in actor.ids]
    return or_(Posting.source.in_(own), Posting.target.in_(own))


def signed_in(actor: Actor, *_) -> bool:
    return True


list_purses = list_entries = signed_in
