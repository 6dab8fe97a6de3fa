"""What is printed about wishes."""

from flask import current_app

from server.core import clock
from server.files.paper.poster import Poster, poster_pdf
from server.people import service as people
from server.people.places import Area


def poster(area: Area) -> bytes:
    """扫码许愿, A4: the code opens the form with the estate filled in."""
    desk = people.desk_of(area)
    return poster_pdf(
        Poster(
            community=desk.name,
            estate=area.name,
            url=f"{current_app.config['PUBLIC_URL']}/q/w/{area.code}",
            short_code=area.code,
            phone=desk.phone,
            printed_on=clock.today(),
        )
    )
