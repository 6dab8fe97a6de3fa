"""Accounts: each holds what was posted to it, is named after something, and owes nothing."""

from server.points.audit.naming import named

named(
    "account {name} of scheme {scheme_id}: balance {balance}, its postings say {said}",
    """
    WITH said AS (
        SELECT scheme_id, name, sum(change) AS said FROM (
            SELECT scheme_id, source AS name, -CAST(amount AS bigint) AS change FROM postings
            UNION ALL SELECT scheme_id, target, amount FROM postings) AS halves
        GROUP BY scheme_id, name)
    SELECT scheme_id, name, coalesce(balance, 0) AS balance, coalesce(said, 0) AS said
    FROM accounts FULL JOIN said USING (scheme_id, name)
    WHERE coalesce(balance, 0) <> coalesce(said, 0) ORDER BY 1, 2""",
)
named(
    "account {name} of scheme {scheme_id}: there is no such {kind} in this scheme",
    r"""
    SELECT * FROM accounts a WHERE NOT CASE
        WHEN name = 'expired' THEN kind = 'expired'
        WHEN name ~ '^person:\d{1,9}(:pending)?$' THEN
            kind = CASE WHEN name LIKE '%:pending' THEN 'pending' ELSE 'person' END
            AND EXISTS (SELECT FROM persons WHERE id = CAST(split_part(a.name, ':', 2) AS int))
        WHEN name ~ '^(pool|planned|donor|shop|clearing):\d{1,9}$' THEN
            kind = split_part(name, ':', 1) AND CASE kind
                WHEN 'pool' THEN EXISTS (SELECT FROM pools o WHERE o.scheme_id = a.scheme_id
                    AND o.id = CAST(split_part(a.name, ':', 2) AS int))
                WHEN 'planned' THEN EXISTS (SELECT FROM reserves o WHERE o.scheme_id = a.scheme_id
                    AND o.id = CAST(split_part(a.name, ':', 2) AS int))
                WHEN 'donor' THEN EXISTS (SELECT FROM donors o WHERE o.scheme_id = a.scheme_id
                    AND o.id = CAST(split_part(a.name, ':', 2) AS int))
                ELSE true END
        ELSE false END
    ORDER BY scheme_id, name""",
)
named(
    "account {name} of scheme {scheme_id}: {balance} on the wrong side of zero",
    """
    SELECT * FROM accounts
    WHERE CASE kind WHEN 'donor' THEN balance > 0 ELSE balance < 0 END ORDER BY scheme_id, name""",
)
named(
    "scheme {scheme_id}: all accounts together are {total}, not zero",
    """
    SELECT scheme_id, sum(balance) AS total FROM accounts
    GROUP BY scheme_id HAVING sum(balance) <> 0 ORDER BY 1""",
)
named(
    "account {name} of scheme {scheme_id}: balance {balance}, awards have {pending} pending",
    """
    WITH due AS (
        SELECT scheme_id, concat('person:', person_id, ':pending') AS name, sum(pending) AS pending
        FROM awards GROUP BY scheme_id, person_id)
    SELECT scheme_id, name, coalesce(balance, 0) AS balance, coalesce(pending, 0) AS pending
    FROM (SELECT * FROM accounts WHERE kind = 'pending') AS a FULL JOIN due USING (scheme_id, name)
    WHERE coalesce(balance, 0) <> coalesce(pending, 0) ORDER BY 1, 2""",
)
