"""Reads stories/*.txt: one file per category, one paragraph per wish.

closed 74 chen for=elder photo=lamp      course, days ago, wisher, and whatever else is special
说 what they say          录 what their voice note says
墙 headline / need / effort on the wall
办 what was done          评 the resident's word on it
因 why not, why back, what is asked, what is still missing"""

from pathlib import Path

from server.demo.story import Story

FOLDER = Path(__file__).parent / "stories"
SAID = {"说": "text", "录": "typed", "墙": "card", "办": "done", "评": "word", "因": "why"}
COUNTS = ("helpers", "seconds")


def stories() -> list[Story]:
    return [
        _story(paragraph, path.stem)
        for path in sorted(FOLDER.glob("*.txt"))
        for paragraph in path.read_text("utf-8").strip().split("\n\n")
    ]


def _story(paragraph: str, category: str) -> Story:
    head, *lines = paragraph.splitlines()
    course, days_ago, wisher, *special = head.split()
    known = dict(word.split("=") for word in special)
    known["group"] = known.pop("for", "anybody")
    known = {name: value.replace("+", " ") for name, value in known.items()}
    known |= {name: int(known[name]) for name in COUNTS if name in known}
    known |= {SAID[line[0]]: line[1:].strip() for line in lines}
    return Story(course, int(days_ago), wisher, category, **known)
