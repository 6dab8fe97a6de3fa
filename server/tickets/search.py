"""Search in Chinese without word boundaries: single characters and pairs, in an array index.

Pairs find two-character words, which trigrams miss; the embedded PostgreSQL has none."""

import re
import unicodedata

KEPT = re.compile("[0-9a-z\u3400-\u4dbf\u4e00-\u9fff]+")


def index(card, ticket) -> None:
    """What the wall finds a card by: its own words, and what and whom and where it is about."""
    about = (ticket.category.label, ticket.group.label, ticket.area.name)
    card.bigrams = bigrams(card.headline, card.need, *about)


def bigrams(*texts: str) -> list[str]:
    """All characters and neighbouring pairs of the texts, sorted: what an index keeps and what a
    query asks for."""
    parts: set[str] = set()
    for text in texts:
        for run in KEPT.findall(unicodedata.normalize("NFKC", text).lower()):
            parts.update(run)
            parts.update(run[i : i + 2] for i in range(len(run) - 1))
    return sorted(parts)
