"""What somebody with a database shell may do to the ledger, and how the audit names it.

Each: what it is, the statements, and what one of the lines that are found looks like. Those of the
shop are added by its own tests, in the same shape."""

from typing import NamedTuple


class Tampering(NamedTuple):
    what: str
    sql: str  # with {scheme}, {other}, {pool}, {lin} and {chen} of the scene
    named: str  # a pattern


def gift(why: str, reason: str, source: str = "pool:{pool}", target: str = "person:{lin}") -> str:
    """A posting that looks like any other, with the balances that follow from it."""
    return f"""
        INSERT INTO postings (scheme_id, source, target, amount, why, reason, known, posted_at)
        VALUES ({{scheme}}, '{source}', '{target}', 5, '{why}', '{reason}', '{{{{}}}}', now());
        UPDATE accounts SET balance = balance - 5 WHERE name = '{source}';
        UPDATE accounts SET balance = balance + 5 WHERE name = '{target}'"""


def unmade(why: str, limit: str = "true") -> str:
    """A posting that never was, with the balances as if."""
    one = f"(SELECT min(id) FROM postings WHERE why = '{why}' AND {limit})"
    return f"""
        UPDATE accounts a SET balance = balance + CASE a.name WHEN p.source THEN amount
            ELSE -amount END
        FROM postings p WHERE p.id = {one} AND a.name IN (p.source, p.target);
        DELETE FROM postings WHERE id = {one}"""


OF_LIN = "WHERE person_id = {lin}"
TAMPERINGS = [
    # accounts
    Tampering(
        "a balance is raised",
        "UPDATE accounts SET balance = balance + 5 WHERE name = 'person:{chen}'",
        r"account person:{chen} of scheme {scheme}: balance 14, its postings say 9",
    ),
    Tampering(
        "points are carried from one purse to another",
        """UPDATE accounts SET balance = balance - 5 WHERE name = 'person:{chen}';
        UPDATE accounts SET balance = balance + 5 WHERE name = 'person:{lin}'""",
        r"account person:{lin} of scheme {scheme}: balance 5, its postings say 0",
    ),
    Tampering(
        "points are made out of nothing",
        "UPDATE accounts SET balance = balance + 50 WHERE name = 'pool:{pool}'",
        r"scheme {scheme}: all accounts together are 50, not zero",
    ),
    Tampering(
        "an account of no kind is opened",
        "INSERT INTO accounts VALUES ({scheme}, 'pool_of_mine', 'pool', 0)",
        r"account pool_of_mine of scheme {scheme}: there is no such pool",
    ),
    Tampering(
        "a pool has an account in another scheme",
        "INSERT INTO accounts VALUES ({other}, 'pool:{pool}', 'pool', 0)",
        r"account pool:{pool} of scheme {other}: there is no such pool",
    ),
    Tampering(
        "a purse is below zero",
        """ALTER TABLE accounts DROP CONSTRAINT ck_accounts_owes_nothing;
        UPDATE accounts SET balance = -5 WHERE name = 'person:{lin}'""",
        r"account person:{lin} of scheme {scheme}: -5 on the wrong side of zero",
    ),
    Tampering(
        "an account is taken away",
        "DELETE FROM accounts WHERE name = 'expired'",
        r"posting \d+ \(lot:.*\): account expired is not in scheme {scheme}",
    ),
    # postings
    Tampering(
        "the amount of a posting is raised",
        "UPDATE postings SET amount = amount + 3 WHERE why = 'mature' AND target = 'person:{lin}'",
        r"posting \d+ \(sessions:1:person:{lin}:\d+:mature\): moved -8 out of purses, lots say -5",
    ),
    Tampering(
        "a posting is taken away",
        unmade("mature", "target = 'person:{chen}'"),
        r"award \d+ \(sessions 1, person {chen}\): .* paid 6, its postings say 6 and 0",
    ),
    Tampering(
        "a release is taken away",
        unmade("release", "known @> '{{\"sessions\": 3}}'"),
        r"reserve \d+ \(sessions 3\): planned 4, its postings say 10",
    ),
    Tampering(
        "a release is taken away, and the reserve written as if",
        unmade("release", "known @> '{{\"sessions\": 3}}'")
        + "; UPDATE reserves SET planned = 10 WHERE subject_id = 3",
        r"reserve \d+ \(sessions 3\): 2 postings were made, 1 are there",
    ),
    Tampering("what expired is taken away", unmade("expire"), r"use \d+ of lot \d+ by posting"),
    Tampering(
        "points are posted to a friend",
        gift("grant", "grant:9999"),
        r"posting \d+ \(grant:9999\): grant that nobody asked for",
    ),
    Tampering(
        "points are posted to a friend as if they had served",
        gift("mature", "sessions:1:person:{lin}:9:mature"),
        r"award \d+ \(sessions 1, person {lin}\): .* its postings say 0 and 6",
    ),
    Tampering(
        "a pool is filled by nobody",
        gift("fund", "funding:9999", "donor:{donor}", "pool:{pool}"),
        r"posting \d+ \(funding:9999\): 5 points that nobody gave",
    ),
    Tampering(
        "a posting takes a road that there is not",
        "UPDATE postings SET why = 'order' WHERE why = 'expire'",
        r"posting \d+ \(lot:.*\): nothing goes from person:\d+ to expired as order",
    ),
    Tampering(
        "a posting crosses schemes",
        "UPDATE postings SET scheme_id = {other} WHERE why = 'expire'",
        r"posting \d+ \(lot:.*\): account expired is not in scheme {other}",
    ),
    Tampering(
        "a reason is posted twice",
        """ALTER TABLE postings DROP CONSTRAINT uq_postings_reason;
        INSERT INTO postings (scheme_id, source, target, amount, why, reason, known, posted_at)
        SELECT scheme_id, source, target, amount, why, reason, known, posted_at FROM postings
        WHERE why = 'mature' AND target = 'person:{lin}'""",
        r"postings \d+, \d+: the same reason sessions:1:person:{lin}:\d+:mature",
    ),
    Tampering(
        "a posting moves less than nothing",
        """ALTER TABLE postings DROP CONSTRAINT ck_postings_amount_is_positive;
        UPDATE postings SET amount = -amount WHERE why = 'expire'""",
        r"posting \d+ \(lot:.*\): moves -\d+ points",
    ),
    Tampering(
        "a posting goes in a circle",
        """ALTER TABLE postings DROP CONSTRAINT ck_postings_moves;
        UPDATE postings SET source = target WHERE why = 'fund' AND target = 'pool:{pool}'""",
        r"posting \d+ \(funding:\d+\): from pool:{pool} to itself",
    ),
    Tampering(
        "another expiry is written under a posting",
        "UPDATE postings SET reason = 'lot:9999:2028-04-01' WHERE why = 'expire'",
        r"posting \d+ \(lot:9999:2028-04-01\): expires no lot",
    ),
    # lots
    Tampering(
        "a lot is filled up again",
        f'UPDATE lots SET "left" = amount {OF_LIN}',
        r"lot \d+ of person {lin}: 5 of 5 left, its uses say 0",
    ),
    Tampering(
        "a lot grows",
        """UPDATE lots SET amount = amount + 5, "left" = "left" + 5 WHERE person_id = {chen}
        AND "left" > 0""",
        r"lot \d+ of person {chen}, 14 points: posting \d+ brought 9 to person:{chen}",
    ),
    Tampering(
        "a lot changes hands",
        'UPDATE lots SET person_id = {lin} WHERE person_id = {chen} AND "left" > 0',
        r"purse person:{lin} of scheme {scheme}: balance 0, its lots have 9",
    ),
    Tampering(
        "a lot of another scheme",
        'UPDATE lots SET scheme_id = {other} WHERE person_id = {chen} AND "left" > 0',
        r"lot \d+ of person {chen}, 9 points: posting \d+ brought 9 to person:{chen} of scheme",
    ),
    Tampering(
        "a lot is taken away",
        'DELETE FROM lots WHERE person_id = {chen} AND "left" > 0',
        r"posting \d+ \(grant:\d+\): moved -9 out of purses, lots say 0",
    ),
    Tampering(
        "a lot without a posting",
        'UPDATE lots SET posting_id = 999999 WHERE person_id = {chen} AND "left" > 0',
        r"lot \d+ of person {chen}, 9 points: posting 999999 brought nothing",
    ),
    Tampering(
        "a use took less",
        """UPDATE lot_uses SET amount = amount - 1 WHERE posting_id =
        (SELECT id FROM postings WHERE why = 'expire')""",
        r"posting \d+ \(lot:.*\): moved 6 out of purses, lots say 5",
    ),
    Tampering(
        "a use is taken away",
        """DELETE FROM lot_uses WHERE posting_id =
        (SELECT id FROM postings WHERE why = 'expire')""",
        r"lot \d+ of person {chen}: 0 of 6 left, its uses say 6",
    ),
    Tampering(
        "a use of somebody else's lot",
        f"""UPDATE lot_uses SET lot_id = (SELECT min(id) FROM lots {OF_LIN}) WHERE posting_id =
        (SELECT id FROM postings WHERE why = 'expire')""",
        r"use \d+ of lot \d+ by posting \d+: not of the same purse",
    ),
]
