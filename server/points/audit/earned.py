"""What was promised and earned: reserves, awards with their caps, what is owed."""

from server.points.audit.naming import named

OF_AN_AWARD = r"'^(sessions|tickets):\d{1,9}:person:\d{1,9}:\d+:'"
KEY = """
    split_part(reason, ':', 1) AS subject_kind,
    CAST(split_part(reason, ':', 2) AS int) AS subject_id,
    CAST(split_part(reason, ':', 4) AS int) AS person_id"""

named(
    "award {id} ({subject_kind} {subject_id}, person {person_id}): pending {pending} and paid"
    " {paid}, its postings say {said_pending} and {said_paid}",
    rf"""
    WITH moved AS (
        SELECT scheme_id, {KEY},
            CASE WHEN target LIKE '%:pending' THEN amount ELSE 0 END
            - CASE WHEN source LIKE '%:pending' THEN amount ELSE 0 END AS pending,
            CASE WHEN why IN ('mature', 'repay') THEN amount WHEN why = 'reverse' THEN -amount
                ELSE 0 END AS paid
        FROM postings WHERE reason ~ {OF_AN_AWARD}
        UNION ALL SELECT scheme_id, {KEY}, 0, -amount FROM debts WHERE reason ~ {OF_AN_AWARD}
    ), said AS (
        SELECT scheme_id, subject_kind, subject_id, person_id,
            sum(pending) AS said_pending, sum(paid) AS said_paid
        FROM moved GROUP BY 1, 2, 3, 4)
    SELECT coalesce(CAST(id AS text), 'that is not there') AS id, subject_kind, subject_id,
        person_id, coalesce(pending, 0) AS pending, coalesce(paid, 0) AS paid,
        coalesce(said_pending, 0) AS said_pending, coalesce(said_paid, 0) AS said_paid
    FROM awards FULL JOIN said USING (scheme_id, subject_kind, subject_id, person_id)
    WHERE (coalesce(pending, 0), coalesce(paid, 0))
        <> (coalesce(said_pending, 0), coalesce(said_paid, 0)) ORDER BY 2, 3, 4""",
)
named(
    "award {id} (person {person_id}): {units} units at {rate} points are {right_due}; due {due},"
    " granted {granted}, less: {less}",
    """
    SELECT * FROM (
        SELECT a.*, v.times * CASE v.subject_kind WHEN 'sessions' THEN r.per_half_hour
            ELSE r.per_ticket END AS rate,
            CASE WHEN a.less = 'official' THEN 0 ELSE a.units * v.times * CASE v.subject_kind
                WHEN 'sessions' THEN r.per_half_hour ELSE r.per_ticket END END AS right_due
        FROM awards a JOIN reserves v ON v.id = a.reserve_id
        JOIN earning_rules r ON r.id = v.rule_id) AS judged
    WHERE due <> right_due OR granted NOT BETWEEN 0 AND due OR units < 0
        OR (granted < due) <> (less IS NOT NULL AND less <> 'official')
        OR pending < 0 OR paid < 0 OR pending + paid > granted ORDER BY id""",
)
# A day: by then the jobs have run that correct what was undone before the end.
named(
    "award {id} ({subject_kind} {subject_id}, person {person_id}): {pending} pending, and no day on"
    " which they arrive",
    """
    SELECT a.* FROM awards a JOIN reserves v ON v.id = a.reserve_id
    WHERE a.pending > 0 AND a.matures_on IS NULL
        AND v.released_at < (SELECT max(posted_at) FROM postings) - interval '1 day'
    ORDER BY a.id""",
)
MOST = """
    SELECT a.scheme_id, a.person_id, {day} AS on, sum(a.granted) AS granted, max(r.{most}) AS most
    FROM awards a JOIN reserves v ON v.id = a.reserve_id JOIN earning_rules r ON r.id = v.rule_id
    GROUP BY 1, 2, 3
    HAVING count(*) = count(r.{most}) AND sum(a.granted) > max(r.{most}) ORDER BY 1, 2, 3"""
named(
    "person {person_id} in scheme {scheme_id}: granted {granted} on {on}, at most {most} a day",
    MOST.format(day="a.earned_on", most="day_most"),
)
named(
    "person {person_id} in scheme {scheme_id}: granted {granted} in {on}, at most {most} a month",
    MOST.format(day="to_char(a.earned_on, 'YYYY-MM')", most="month_most"),
)
named(
    "award {id} ({subject_kind} {subject_id}): reserve {reserve_id} is of something else",
    """
    SELECT a.* FROM awards a LEFT JOIN reserves v ON v.id = a.reserve_id
    WHERE v.id IS NULL OR (a.scheme_id, a.subject_kind, a.subject_id)
        <> (v.scheme_id, v.subject_kind, v.subject_id) ORDER BY a.id""",
)
named(
    "posting {id} ({reason}): {why} without an award",
    rf"""
    SELECT * FROM postings WHERE why IN ('earn', 'correct', 'mature', 'reverse')
        AND reason !~ {OF_AN_AWARD} ORDER BY id""",
)

# ---- reserves

named(
    "reserve {id} ({subject_kind} {subject_id}): planned {planned}, its postings say {said}",
    """
    WITH moved AS (
        SELECT CAST(split_part(reason, ':', 2) AS int) AS reserve_id,
            sum(CASE why WHEN 'reserve' THEN amount ELSE -amount END) AS said
        FROM postings WHERE why IN ('reserve', 'release') AND reason LIKE 'reserve:%' GROUP BY 1)
    SELECT v.*, coalesce(said, 0) AS said FROM reserves v LEFT JOIN moved ON reserve_id = v.id
    WHERE planned <> coalesce(said, 0) ORDER BY v.id""",
)
named(
    "reserve {id} ({subject_kind} {subject_id}): {version} postings were made, {there} are there",
    """
    SELECT v.*, (SELECT count(*) FROM generate_series(1, v.version) AS n
        JOIN postings ON reason = concat('reserve:', v.id, ':', n)) AS there
    FROM reserves v WHERE version <> (SELECT count(*) FROM generate_series(1, v.version) AS n
        JOIN postings ON reason = concat('reserve:', v.id, ':', n)) ORDER BY v.id""",
)
named(
    "posting {id} ({reason}): of a reserve that is not there, or of another one",
    r"""
    SELECT p.* FROM postings p WHERE why IN ('reserve', 'release') AND NOT EXISTS (
        SELECT FROM reserves v WHERE p.scheme_id = v.scheme_id
            AND p.reason LIKE concat('reserve:', v.id, ':%')
            AND concat('planned:', v.id) = CASE why WHEN 'reserve' THEN target ELSE source END
            AND concat('pool:', v.pool_id) = CASE why WHEN 'reserve' THEN source ELSE target END)
    ORDER BY id""",
)
named(
    "reserve {id} ({subject_kind} {subject_id}): released, yet {balance} are planned",
    """
    SELECT v.*, a.balance FROM reserves v JOIN accounts a
        ON a.scheme_id = v.scheme_id AND a.name = concat('planned:', v.id)
    WHERE v.released_at IS NOT NULL AND a.balance <> 0 ORDER BY v.id""",
)
named(
    "reserve {id} of scheme {scheme_id}: its pool or its rule is of another scheme",
    """
    SELECT v.* FROM reserves v LEFT JOIN pools p ON p.id = v.pool_id
    LEFT JOIN earning_rules r ON r.id = v.rule_id
    WHERE p.scheme_id IS DISTINCT FROM v.scheme_id OR r.scheme_id IS DISTINCT FROM v.scheme_id
    ORDER BY v.id""",
)

# ---- what is owed

named(
    "debt {id} of person {person_id}: {left} of {amount} left, its postings say {said}",
    """
    SELECT d.*, d.amount - coalesce(sum(p.amount), 0) AS said FROM debts d
    LEFT JOIN postings p ON p.why = 'repay' AND p.known ->> 'debt' = CAST(d.id AS text)
        AND p.scheme_id = d.scheme_id AND p.target = concat('pool:', d.pool_id)
    GROUP BY d.id HAVING d."left" <> d.amount - coalesce(sum(p.amount), 0)
        OR d."left" NOT BETWEEN 0 AND d.amount ORDER BY d.id""",
)
named(
    "debt {id} of person {person_id} ({reason}): nothing was taken back",
    rf"""
    SELECT * FROM debts WHERE reason !~ {OF_AN_AWARD} AND reason !~ '^grant:\d{{1,9}}$'
    ORDER BY id""",
)
named(
    "posting {id} ({reason}): repays no debt",
    """
    SELECT p.* FROM postings p WHERE why = 'repay' AND NOT EXISTS (
        SELECT FROM debts d WHERE p.known ->> 'debt' = CAST(d.id AS text)
            AND d.scheme_id = p.scheme_id) ORDER BY id""",
)
