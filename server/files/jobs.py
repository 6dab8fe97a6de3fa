"""What is swept at night."""

from server.core.jobs import every
from server.files import service


@every("43 19 * * *")
def sweep_files() -> None:
    """At 3:43 in Dehua: the worker's hours are UTC."""
    service.sweep()
