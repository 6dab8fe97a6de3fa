"""The two weights of the paper font, and what to draw for a character neither of them has."""

import re
from itertools import groupby
from pathlib import Path
from unicodedata import normalize

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

FOLDER = Path(__file__).parent.parent / "fonts"
REGULAR, BOLD = "jinlin-regular", "jinlin-bold"
MISSING = "〓"  # the printer's own sign for "a character is missing here": never an invisible box
UNSEEN = re.compile("[\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufe00-\ufe0f\ufeff\u00ad]")
BROKEN = re.compile(r"<(\w\w)> <(\w{5,6})>")


class PaperFont(TTFont):
    """ReportLab writes characters past U+FFFF so that nobody can search or copy them; mended."""

    def addObjects(self, doc):  # noqa: N802 (ReportLab's own name)
        super().addObjects(doc)
        for name, part in doc.idToObject.items():
            if name.startswith("toUnicodeCMap:"):
                part.content = BROKEN.sub(_in_utf16, part.content)


def _load(font: str) -> frozenset[int]:
    """Make the font known to ReportLab; answers the characters it can draw."""
    paper_font = PaperFont(font, str(FOLDER / f"{font}.ttf"))
    pdfmetrics.registerFont(paper_font)
    return frozenset(paper_font.face.charToGlyph)


# Loaded on import, 0.1 s: later, two threads might register the same font at once.
GLYPHS = {font: _load(font) for font in (REGULAR, BOLD)}


def runs(text: str, bold: bool = False) -> list[tuple[str, str]]:
    """The text in stretches of one font each. Bold lacks rare characters: Regular lends them."""
    drawn = [_drawn(character, bold) for character in _seen(text)]
    return [
        (font, "".join(characters for _, characters in stretch))
        for font, stretch in groupby(drawn, key=lambda pair: pair[0])
    ]


def width(text: str, size: float, bold: bool = False) -> float:
    return sum(pdfmetrics.stringWidth(part, font, size) for font, part in runs(text, bold))


def _seen(text: str) -> str:
    """Composed, without marks that only steer: joiners, direction, emoji variants, soft hyphens."""
    return UNSEEN.sub("", re.sub(r"\s", " ", normalize("NFC", text)))


def _drawn(character: str, bold: bool) -> tuple[str, str]:
    """In which font, and as what: itself, else its plain form (⼈ → 人), else 〓."""
    for form in (character, normalize("NFKC", character), MISSING):
        for font in (BOLD, REGULAR) if bold else (REGULAR,):
            if all(ord(part) in GLYPHS[font] for part in form):
                return font, form
    raise LookupError("the paper fonts lack 〓: cut them again with fonts/make.py")


def _in_utf16(match: re.Match) -> str:
    code = chr(int(match[2], 16)).encode("utf-16-be").hex().upper()
    return f"<{match[1]}> <{code}>"
