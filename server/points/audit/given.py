"""What came in, and what was given or taken by hand."""

from server.points.audit.naming import named

named(
    "funding {id} ({points} points of donor {donor_id} into pool {pool_id}): posted {posted}",
    """
    SELECT f.*, CASE WHEN p.id IS NULL THEN 'never' ELSE concat(p.amount, ' from ', p.source,
        ' to ', p.target, ' of scheme ', p.scheme_id) END AS posted
    FROM fundings f LEFT JOIN postings p ON p.reason = concat('funding:', f.id)
    LEFT JOIN pools o ON o.id = f.pool_id LEFT JOIN donors d ON d.id = f.donor_id
    WHERE (p.why, p.source, p.target, p.amount, p.scheme_id, p.scheme_id) IS DISTINCT FROM
        ('fund', concat('donor:', f.donor_id), concat('pool:', f.pool_id), f.points,
            o.scheme_id, d.scheme_id) ORDER BY f.id""",
)
named(
    "posting {id} ({reason}): {amount} points that nobody gave",
    """
    SELECT p.* FROM postings p WHERE why = 'fund' AND NOT EXISTS (
        SELECT FROM fundings f WHERE p.reason = concat('funding:', f.id)) ORDER BY id""",
)
named(
    "funding {id} ({points} points of donor {donor_id}): {returned} went back",
    """
    SELECT f.*, sum(r.points) AS returned FROM fundings f JOIN refunds r ON r.funding_id = f.id
    GROUP BY f.id HAVING sum(r.points) > f.points ORDER BY f.id""",
)
named(
    "refund {id} ({points} points of funding {funding_id} out of pool {pool_id}): posted {posted}",
    """
    SELECT r.*, CASE WHEN p.id IS NULL THEN 'never' ELSE concat(p.amount, ' from ', p.source,
        ' to ', p.target, ' of scheme ', p.scheme_id) END AS posted
    FROM refunds r LEFT JOIN postings p ON p.reason = concat('refund:', r.id)
    LEFT JOIN pools o ON o.id = r.pool_id LEFT JOIN fundings f ON f.id = r.funding_id
    WHERE (p.why, p.source, p.target, p.amount, p.scheme_id) IS DISTINCT FROM
        ('return', concat('pool:', r.pool_id), concat('donor:', f.donor_id), r.points, o.scheme_id)
    ORDER BY r.id""",
)
named(
    "posting {id} ({reason}): {amount} points of which no gift was left",
    """
    SELECT p.* FROM postings p WHERE why = 'return' AND NOT EXISTS (
        SELECT FROM refunds r WHERE p.reason = concat('refund:', r.id)) ORDER BY id""",
)
named(
    "grant {id} of {amount} to person {person_id}, {state}: {said} were posted or are owed",
    r"""
    WITH moved AS (
        SELECT CAST(split_part(reason, ':', 2) AS int) AS grant_id, scheme_id,
            sum(CASE why WHEN 'grant' THEN amount ELSE -amount END) AS said
        FROM postings WHERE why IN ('grant', 'deduct') AND reason ~ '^grant:\d{1,9}(:|$)'
        GROUP BY 1, 2
        UNION ALL SELECT CAST(split_part(reason, ':', 2) AS int), scheme_id, -sum(amount)
        FROM debts WHERE reason ~ '^grant:\d{1,9}$' GROUP BY 1, 2
    ), said AS (SELECT grant_id, scheme_id, sum(said) AS said FROM moved GROUP BY 1, 2)
    SELECT g.*, coalesce(said, 0) AS said FROM grants g
    LEFT JOIN said ON grant_id = g.id AND said.scheme_id = g.scheme_id
    WHERE coalesce(said, 0) <> CASE state WHEN 'approved' THEN amount ELSE 0 END ORDER BY g.id""",
)
named(
    "posting {id} ({reason}): {why} that nobody asked for",
    """
    SELECT p.* FROM postings p WHERE why IN ('grant', 'deduct') AND NOT EXISTS (
        SELECT FROM grants g WHERE p.scheme_id = g.scheme_id
            AND split_part(p.reason, ':', 1) = 'grant'
            AND split_part(p.reason, ':', 2) = CAST(g.id AS text)
            AND concat('pool:', g.pool_id) IN (p.source, p.target)) ORDER BY id""",
)
named(
    "grant {id} to person {person_id}: asked for by {asked_by_id}, agreed to by {judged_by_id}",
    """
    SELECT * FROM grants WHERE state = 'approved' AND (judged_by_id IS NULL
        OR judged_by_id IN (asked_by_id, person_id)) ORDER BY id""",
)
named(
    "posting {id} ({reason}): by {by_id}, but person {judged_by_id} agreed to it",
    """
    SELECT p.*, g.judged_by_id FROM postings p
    JOIN grants g ON split_part(p.reason, ':', 2) = CAST(g.id AS text)
    WHERE p.why IN ('grant', 'deduct') AND split_part(p.reason, ':', 1) = 'grant'
        AND p.by_id IS DISTINCT FROM g.judged_by_id ORDER BY p.id""",
)
