"""Who may send files."""

from server.people.actor import Actor


def send_file(actor: Actor, form=None) -> bool:
    return True  # whoever is signed in
