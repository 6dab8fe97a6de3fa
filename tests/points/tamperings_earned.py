"""The same for what was promised, earned, owed, given and granted."""

from tests.points.tamperings import OF_LIN, Tampering, gift

ONE = "subject_kind = 'sessions' AND subject_id = 1"
EARNED = [
    Tampering(
        "an award is paid more",
        f"UPDATE awards SET paid = paid + 1, granted = granted + 1, due = due + 1 {OF_LIN}",
        r"award \d+ \(sessions 1, person {lin}\): .* paid 2, its postings say 0 and 1",
    ),
    Tampering(
        "an award is announced twice",
        f"""UPDATE awards SET pending = pending + 1, granted = granted + 1, due = due + 1,
        units = units + 1 WHERE {ONE} AND pending > 0""",
        r"account person:\d+:pending of scheme {scheme}: balance 2, awards have 3 pending",
    ),
    Tampering(
        "somebody has served longer",
        f"UPDATE awards SET units = units + 4 {OF_LIN}",
        r"award \d+ \(person {lin}\): 5 units at 1 points are 5; due 1",
    ),
    Tampering(
        "a cap of a day is passed over",
        f"UPDATE awards SET granted = due, less = NULL WHERE {ONE} AND person_id = {{chen}}",
        r"person {chen} in scheme {scheme}: granted 8 on 2026-03-05, at most 6 a day",
    ),
    Tampering(
        "a cap of a month is passed over",
        f"""UPDATE earning_rules SET day_most = NULL, month_most = 5;
        UPDATE awards SET less = 'month_cap' WHERE less IS NOT NULL AND {ONE}""",
        r"person {chen} in scheme {scheme}: granted 7 in 2026-03, at most 5 a month",
    ),
    Tampering(
        "an award is for something else",
        f"UPDATE awards SET subject_kind = 'tickets' {OF_LIN}",
        r"award that is not there \(sessions 1, person {lin}\)",
    ),
    Tampering(
        "an award is announced for ever",
        f"UPDATE awards SET matures_on = NULL WHERE {ONE} AND pending > 0",
        r"award \d+ \(sessions 1, person \d+\): 2 pending, and no day on which they arrive",
    ),
    Tampering(
        "an award is taken away",
        f"DELETE FROM awards {OF_LIN}",
        r"award that is not there \(sessions 1, person {lin}\): .* its postings say 0 and 1",
    ),
    Tampering(
        "an award hangs on another reserve",
        f"""UPDATE awards SET reserve_id = (SELECT max(id) FROM reserves) {OF_LIN}""",
        r"award \d+ \(sessions 1\): reserve \d+ is of something else",
    ),
    Tampering(
        "a rule that held is changed",
        "UPDATE earning_rules SET per_half_hour = 2",
        r"award \d+ \(person {lin}\): 1 units at 2 points are 2; due 1",
    ),
    Tampering(
        "more is planned than was reserved",
        "UPDATE reserves SET planned = planned + 7 WHERE subject_id = 3",
        r"reserve \d+ \(sessions 3\): planned \d+, its postings say \d+",
    ),
    Tampering(
        "a reserve is released without its points",
        "UPDATE reserves SET released_at = now() WHERE subject_id = 3",
        r"reserve \d+ \(sessions 3\): released, yet \d+ are planned",
    ),
    Tampering(
        "a reserve is out of another pool",
        "UPDATE reserves SET pool_id = (SELECT max(id) FROM pools) WHERE subject_id = 3",
        r"posting \d+ \(reserve:\d+:1\): of a reserve that is not there, or of another one",
    ),
    Tampering(
        "a reserve is of another scheme",
        "UPDATE reserves SET scheme_id = {other} WHERE subject_id = 3",
        r"reserve \d+ of scheme {other}: its pool or its rule is of another scheme",
    ),
    Tampering(
        "a debt is forgiven",
        f'UPDATE debts SET "left" = 0 {OF_LIN}',
        r"debt \d+ of person {lin}: 0 of 3 left, its postings say 1",
    ),
    Tampering(
        "a debt is taken away",
        f"DELETE FROM debts {OF_LIN}",
        r"posting \d+ \(grant:\d+:debt:\d+\): repays no debt",
    ),
    Tampering(
        "a debt is made up",
        """INSERT INTO debts (scheme_id, person_id, reason, pool_id, amount, "left", made_at)
        VALUES ({scheme}, {chen}, 'because', {pool}, 5, 5, now())""",
        r"debt \d+ of person {chen} \(because\): nothing was taken back",
    ),
    # what came in, and by hand
    Tampering(
        "more was given than came in",
        "UPDATE fundings SET points = points + 50 WHERE pool_id = {pool}",
        r"funding \d+ \(250 points of donor {donor} into pool {pool}\): posted 200 from donor:",
    ),
    Tampering(
        "another gave it",
        "UPDATE fundings SET donor_id = (SELECT max(id) FROM donors) WHERE pool_id = {pool}",
        r"funding \d+ \(200 points of donor \d+ into pool {pool}\): posted 200 from donor:{donor}",
    ),
    Tampering(
        "a gift is taken out of the books",
        "DELETE FROM fundings WHERE pool_id = {pool}",
        r"posting \d+ \(funding:\d+\): 200 points that nobody gave",
    ),
    Tampering(
        "a gift is given back on paper",
        """INSERT INTO refunds (funding_id, pool_id, points, at)
        SELECT id, pool_id, 201, now() FROM fundings WHERE pool_id = {pool}""",
        r"funding \d+ \(200 points of donor {donor}\): 201 went back",
    ),
    Tampering(
        "points go to somebody who did not give them",
        gift("return", "refund:9999", "pool:{pool}", "donor:{donor}"),
        r"posting \d+ \(refund:9999\): 5 points of which no gift was left",
    ),
    Tampering(
        "what was left goes to a friend",
        "UPDATE refunds SET funding_id = (SELECT min(id) FROM fundings WHERE pool_id = {pool})",
        r"refund \d+ \(5 points of funding \d+ out of pool \d+\): posted 5 from pool:\d+ to donor:",
    ),
    Tampering(
        "a grant is agreed to without being posted",
        "UPDATE grants SET state = 'approved', judged_by_id = {lin} WHERE state = 'asked'",
        r"grant \d+ of 7 to person {chen}, approved: 0 were posted or are owed",
    ),
    Tampering(
        "a grant is raised afterwards",
        "UPDATE grants SET amount = 200 WHERE amount = 20",
        r"grant \d+ of 200 to person {lin}, approved: 20 were posted",
    ),
    Tampering(
        "somebody agreed to what they had asked for",
        """ALTER TABLE grants DROP CONSTRAINT ck_grants_four_eyes;
        UPDATE grants SET judged_by_id = asked_by_id WHERE amount = 20""",
        r"grant \d+ to person {lin}: asked for by (\d+), agreed to by \1",
    ),
    Tampering(
        "somebody else agreed",
        "UPDATE grants SET judged_by_id = {chen} WHERE amount = 20",
        r"posting \d+ \(grant:\d+\): by \d+, but person {chen} agreed to it",
    ),
]
