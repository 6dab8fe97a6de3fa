"""What is told of one wish, and the same while it is being lived."""

from dataclasses import dataclass
from datetime import timedelta
from random import Random

from server.demo.cast import CAST
from server.demo.people import People
from server.people.models import Person
from server.tickets.models import Ticket


@dataclass(frozen=True)
class Story:
    """`course` names how it went. `card`: headline / need / effort, as the wall shows them."""

    course: str
    days_ago: int
    wisher: str
    category: str
    text: str = ""  # empty: said in a voice note
    card: str = ""
    done: str = ""
    group: str = "anybody"
    channel: str = "app"
    by: str = ""  # who wrote it down, if not the wisher
    doers: str = ""  # whoever can do it, if nobody is named
    unit: str = ""
    why: str = ""  # why not, why back, what is asked, what is still missing
    word: str = ""  # the resident's word on it
    typed: str = ""  # what the voice note says
    seconds: int = 0  # of the voice note
    photo: str = ""  # a motif
    helpers: int = 1
    too: str = ""  # who says 「我也是」
    key: str = ""  # by which others name it
    into: str = ""  # the key of the one it is merged into
    urgency: str = "normal"
    hoped: str = ""


DESKS = {"xiangbing": "su", "baomei": "qiaoyun", "xundong": "simin"}
COLLEAGUES = {"xiangbing": "liping", "baomei": "guodong", "xundong": "yan"}  # who call back
OFFICERS = {part.role[2]: part.key for part in CAST if part.role and part.role[2]}
ABLE = {
    "home_repair": "lin",
    "errand": "xiao zhuang",
    "company": "qiu zhuang",
    "clinic": "ye qiu",
    "phone_lesson": "hong",
    "haircut": "qin",
    "tidying": "qiu xiao",
    "lesson": "li",
    "goods": "xiao zhuang",
    "legal": "dai",
    "other": "zhuang li",
}
DOORS = {part.key: part.door for part in CAST}


@dataclass
class Life:
    """A story while it is being lived."""

    story: Story
    places: dict
    people: People
    tickets: dict[str, Ticket]  # of all lives, by the key of their story
    random: Random
    ticket: Ticket | None = None

    @property
    def wisher(self) -> Person:
        return self.people[self.story.wisher]

    @property
    def enterer(self) -> Person:
        return self.people[self.story.by or self.story.wisher]

    @property
    def tapper(self) -> Person:
        """Whose finger it is."""
        return self.wisher if self.wisher.phone else self.enterer

    @property
    def door(self) -> str:
        building, entrance, room = DOORS[self.story.wisher].split("-")
        return f"{building}栋 {entrance}单元 {room}"

    @property
    def desk(self) -> Person:
        return self.people[DESKS[self._community]]

    @property
    def colleague(self) -> Person:
        return self.people[COLLEAGUES[self._community]]

    @property
    def _community(self) -> str:
        return next(key for key in DESKS if self.places[key].id == self.wisher.estate.parent_id)

    @property
    def officer(self) -> Person:
        return self.people[OFFICERS[self.story.unit]]

    @property
    def helpers(self) -> list[Person]:
        """As many as are needed, of those who can."""
        named = self.story.doers or self.random.choice(ABLE[self.story.category].split())
        return [self.people[key] for key in named.split()]

    @property
    def lead(self) -> Person:
        """Who has it in hand."""
        lead = next(a for a in self.ticket.in_hand if a.role == "lead")
        return self.officer if lead.unit_id else lead.person

    @property
    def satisfied(self) -> str:
        """Now and then somebody leaves it out."""
        return self.random.choice(("yes", "yes", "yes", "yes", "basically", ""))

    def pause(self, least: int, most: int) -> timedelta:
        """Some hours."""
        return timedelta(minutes=self.random.randint(least * 60, most * 60))
