"""What is swept at night."""

from server.core.jobs import every
from server.files import service


@every("43 3 * * *")
def sweep_files() -> None:
    service.sweep()
