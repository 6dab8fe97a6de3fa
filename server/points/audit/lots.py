"""Lots: together they are the purse, each came with a posting, and each use was posted."""

from server.points.audit.naming import named

named(
    "purse {name} of scheme {scheme_id}: balance {balance}, its lots have {left}",
    """
    WITH lying AS (
        SELECT scheme_id, concat('person:', person_id) AS name, sum("left") AS "left"
        FROM lots GROUP BY scheme_id, person_id)
    SELECT scheme_id, name, coalesce(balance, 0) AS balance, coalesce("left", 0) AS "left"
    FROM (SELECT * FROM accounts WHERE kind = 'person') AS a FULL JOIN lying USING (scheme_id, name)
    WHERE coalesce(balance, 0) <> coalesce("left", 0) ORDER BY 1, 2""",
)
named(
    "lot {id} of person {person_id}: {left} of {amount} left, its uses say {said}",
    """
    SELECT l.*, l.amount - coalesce(sum(u.amount), 0) AS said
    FROM lots l LEFT JOIN lot_uses u ON u.lot_id = l.id
    GROUP BY l.id HAVING l."left" <> l.amount - coalesce(sum(u.amount), 0) ORDER BY l.id""",
)
named(
    "lot {id} of person {person_id}: {left} left of {amount}",
    'SELECT * FROM lots WHERE "left" NOT BETWEEN 0 AND amount ORDER BY id',
)
named(
    "lot {id} of person {person_id}, {amount} points: posting {posting_id} brought {words}",
    """
    SELECT l.*, coalesce(concat(p.amount, ' to ', p.target, ' of scheme ', p.scheme_id), 'nothing')
        AS words
    FROM lots l LEFT JOIN postings p ON p.id = l.posting_id
    WHERE p.id IS NULL OR (p.scheme_id, p.target, p.amount)
        <> (l.scheme_id, concat('person:', l.person_id), l.amount) ORDER BY l.id""",
)
# Out of a purse: as much as was taken from lots. Into one: a new lot, or back to those it was in.
named(
    "posting {id} ({reason}): moved {moved} out of purses, lots say {said}",
    r"""
    WITH lying AS (
        SELECT posting_id, sum(amount) AS said FROM (
            SELECT posting_id, -amount AS amount FROM lots
            UNION ALL SELECT posting_id, amount FROM lot_uses) AS halves GROUP BY posting_id)
    SELECT * FROM (
        SELECT p.id, p.reason, coalesce(y.said, 0) AS said,
            CASE WHEN p.source ~ '^person:\d+$' THEN p.amount ELSE 0 END
            - CASE WHEN p.target ~ '^person:\d+$' THEN p.amount ELSE 0 END AS moved
        FROM postings p LEFT JOIN lying y ON y.posting_id = p.id) AS all_of_them
    WHERE moved <> said ORDER BY id""",
)
named(
    "use {id} of lot {lot_id} by posting {posting_id}: not of the same purse",
    """
    SELECT u.* FROM lot_uses u
    LEFT JOIN lots l ON l.id = u.lot_id LEFT JOIN postings p ON p.id = u.posting_id
    WHERE l.id IS NULL OR p.id IS NULL OR p.scheme_id <> l.scheme_id
        OR CASE WHEN u.amount > 0 THEN p.source ELSE p.target END
            <> concat('person:', l.person_id)
    ORDER BY u.id""",
)
named(
    "posting {id} ({reason}): expires no lot",
    r"""
    SELECT * FROM postings p WHERE why = 'expire' AND NOT EXISTS (
        SELECT FROM lot_uses u WHERE u.posting_id = p.id
            AND p.reason LIKE concat('lot:', u.lot_id, ':%')) ORDER BY id""",
)
