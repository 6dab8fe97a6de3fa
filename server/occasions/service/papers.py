"""What is printed of a session."""

from sqlalchemy import select

from server.core import clock
from server.core.db import db
from server.files.paper.day_poster import DayPoster, day_poster_pdf
from server.occasions.models import Session
from server.occasions.parts import Post
from server.occasions.service import words as said
from server.occasions.service.found_there import found_there
from server.people import service as people
from server.workdays.lunar import day_words


def poster(session: Session) -> bytes:
    """海报, A4. Its code never changes and credits nobody: it opens the page."""
    desk = people.desk_of(session.area)
    weekday, _, lunar = day_words(session.on).partition(" · ")
    lines, coming = found_there([session.id])[session.id]
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
            services=lines + coming,
            duties=_wanted(session),
        )
    )


def _wanted(session: Session) -> list[str]:
    """Posts that neighbours can still take by themselves: those at the door the desk gives, and a
    full one wants nobody."""
    here = Post.session_id == session.id, ~Post.steward, Post.taken < Post.capacity
    posts = db.session.scalars(select(Post).where(*here).order_by(Post.id))
    return [f"{post.label} {post.capacity - post.taken} 人" for post in posts]
