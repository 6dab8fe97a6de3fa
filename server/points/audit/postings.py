"""Postings by themselves: each moves something, once, on a road that there is."""

from schemas.points_words import AccountKind, Why
from server.points.audit.naming import named

PERSON, PENDING, POOL, PLANNED, DONOR, SHOP, CLEARING, EXPIRED = AccountKind
ROADS = {
    Why.FUND: [(DONOR, POOL)],
    Why.RESERVE: [(POOL, PLANNED)],
    Why.RELEASE: [(PLANNED, POOL)],
    Why.EARN: [(PLANNED, PENDING), (POOL, PENDING)],
    Why.MATURE: [(PENDING, PERSON)],
    Why.CORRECT: [(PENDING, PLANNED), (PENDING, POOL)],
    Why.REVERSE: [(PERSON, POOL)],
    Why.REPAY: [(PENDING, POOL), (PERSON, POOL)],
    Why.GRANT: [(POOL, PERSON)],
    Why.DEDUCT: [(PERSON, POOL)],
    Why.EXPIRE: [(PERSON, EXPIRED)],
    Why.ORDER: [(PERSON, CLEARING)],
    Why.CANCEL: [(CLEARING, PERSON)],
    Why.LESS: [(CLEARING, PERSON)],
    Why.HAND_OVER: [(CLEARING, SHOP)],
    Why.RETURN: [(POOL, DONOR)],
    Why.SETTLE: [(SHOP, DONOR)],
}
KNOWN = ", ".join(
    f"('{why}', '{source}', '{target}')" for why, roads in ROADS.items() for source, target in roads
)
KIND = "CASE WHEN {0} LIKE '%:pending' THEN 'pending' ELSE split_part({0}, ':', 1) END"

named(
    "posting {id} ({reason}): moves {amount} points",
    "SELECT * FROM postings WHERE amount <= 0 ORDER BY id",
)
named(
    "posting {id} ({reason}): from {source} to itself",
    "SELECT * FROM postings WHERE source = target ORDER BY id",
)
named(
    "postings {ids}: the same reason {reason}",
    """
    SELECT reason, string_agg(CAST(id AS text), ', ' ORDER BY id) AS ids
    FROM postings GROUP BY reason HAVING count(*) > 1 ORDER BY 1""",
)
named(
    "posting {id} ({reason}): nothing goes from {source} to {target} as {why}",
    f"""
    SELECT * FROM postings WHERE (why, {KIND.format("source")}, {KIND.format("target")})
        NOT IN (VALUES {KNOWN}) ORDER BY id""",
)
named(
    "posting {id} ({reason}): account {name} is not in scheme {scheme_id}",
    """
    SELECT p.id, p.reason, p.scheme_id, n.name
    FROM postings p CROSS JOIN LATERAL (VALUES (p.source), (p.target)) AS n(name)
    LEFT JOIN accounts a ON a.scheme_id = p.scheme_id AND a.name = n.name
    WHERE a.name IS NULL ORDER BY p.id""",
)
