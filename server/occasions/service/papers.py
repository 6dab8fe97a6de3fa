"""What is printed of a session."""

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.files.paper.day_poster import DayPoster, day_poster_pdf
from server.occasions.models import Session
from server.occasions.parts import Line, Post
from server.occasions.service import words as said
from server.people import service as people
from server.workdays.lunar import day_words


def poster(session: Session) -> bytes:
    """海报, A4. Its code never changes and credits nobody: it opens the page."""
    desk = people.desk_of(session.area)
    weekday, _, lunar = day_words(session.on).partition(" · ")
    lines = select(Line.label).where(Line.session_id == session.id).order_by(Line.id)
    posts = select(Post).where(Post.session_id == session.id).order_by(Post.id)
    return day_poster_pdf(
        DayPoster(
            community=desk.name,
            title=session.title,
            theme=session.theme,
            day=f"{said.day_of(session)} {weekday}",
            lunar=lunar,
            hours=said.hours_of(session),
            place=f"{session.area.name} {session.place}",
            url=said.address(session),
            phone=desk.phone,
            printed_on=clock.today(),
            services=list(db.session.scalars(lines)),
            duties=[f"{post.label} {post.capacity} 人" for post in db.session.scalars(posts)],
        )
    )
