"""What the shop adds to 查账: stock against its moves, orders against what they hold, what was
handed over against the shops' accounts."""

from server.points.audit.naming import named

named(
    "goods {id} ({name}): {stock} in stock, its moves say {said}",
    """
    SELECT g.id, g.name, g.stock, coalesce(sum(m.change), 0) AS said
    FROM goods g LEFT JOIN stock_moves m ON m.goods_id = g.id
    GROUP BY g.id HAVING g.stock <> coalesce(sum(m.change), 0) ORDER BY g.id""",
)
named(
    "goods {id} ({name}): stock {stock}, price {price}",
    "SELECT * FROM goods WHERE stock < 0 OR price < 1 ORDER BY id",
)
named(
    "order {id}: {count} of goods {goods_id} while {state}, stock moves say {said}",
    """
    SELECT o.*, coalesce(sum(m.change), 0) AS said
    FROM orders o LEFT JOIN stock_moves m ON m.order_id = o.id
        AND m.kind IN ('order', 'back', 'substitute')
    GROUP BY o.id HAVING coalesce(sum(m.change), 0) <> CASE
        WHEN o.state IN ('placed') THEN -o.count
        WHEN o.state <> 'handed' THEN 0
        ELSE -o.handed_count END ORDER BY o.id""",
)
# What was not given is on the shelf again, or all of it was written off.
named(
    "order {id}: {said} written off at the hand-over, {unused} were not given",
    """
    SELECT * FROM (
        SELECT o.id, coalesce(-sum(m.change), 0) AS said, CASE WHEN o.state <> 'handed' THEN 0
            WHEN o.handed_goods_id = o.goods_id THEN o.count - o.handed_count
            ELSE o.count END AS unused
        FROM orders o LEFT JOIN stock_moves m ON m.order_id = o.id AND m.kind = 'stocktake'
        GROUP BY o.id) off
    WHERE said NOT IN (0, unused) ORDER BY id""",
)
named(
    "order {id}: {state}, {points} points; its clearing account has {balance}",
    """
    SELECT o.*, coalesce(a.balance, 0) AS balance FROM orders o
    LEFT JOIN accounts a ON a.name = concat('clearing:', o.id) AND a.scheme_id = o.scheme_id
    WHERE coalesce(a.balance, 0) <> CASE o.state WHEN 'placed' THEN o.points ELSE 0 END
    ORDER BY o.id""",
)
named(
    "account {name} of scheme {scheme_id}: there is no such order",
    """
    SELECT a.* FROM accounts a WHERE a.kind = 'clearing' AND NOT EXISTS (
        SELECT FROM orders o
        WHERE concat('clearing:', o.id) = a.name AND o.scheme_id = a.scheme_id)
    ORDER BY a.scheme_id, a.name""",
)
named(
    "account {name} of scheme {scheme_id}: there is no such shop",
    """
    SELECT a.* FROM accounts a WHERE a.kind = 'shop' AND NOT EXISTS (
        SELECT FROM shops s WHERE concat('shop:', s.id) = a.name AND s.scheme_id = a.scheme_id)
    ORDER BY a.scheme_id, a.name""",
)
# What came into the clearing account from purses, what went back, what the shop got.
named(
    "order {id}: {state}; of {points} points {paid} were paid, {back} went back, {got} to the shop",
    """
    WITH moved AS (
        SELECT o.id,
            coalesce(sum(p.amount) FILTER (WHERE p.why = 'order'), 0) AS paid,
            coalesce(sum(p.amount) FILTER (WHERE p.why IN ('cancel', 'less')), 0) AS back,
            coalesce(sum(p.amount) FILTER (WHERE p.why = 'hand_over'
                AND p.target = concat('shop:', o.shop_id)), 0) AS got
        FROM orders o LEFT JOIN postings p ON p.scheme_id = o.scheme_id
            AND concat('clearing:', o.id) IN (p.source, p.target)
        GROUP BY o.id)
    SELECT * FROM orders o JOIN moved USING (id)
    WHERE (paid, back, got) <> (
        CASE WHEN o.placed_at IS NULL THEN 0 ELSE o.points END,
        CASE o.state WHEN 'handed' THEN o.points - o.handed_points
            WHEN 'cancelled' THEN o.points WHEN 'expired' THEN o.points ELSE 0 END,
        CASE o.state WHEN 'handed' THEN o.handed_points ELSE 0 END)
    ORDER BY id""",
)
named(
    "shop {id} ({name}): its account has {balance}, its orders say {said}",
    """
    WITH said AS (SELECT shop_id, sum(handed_points) AS said FROM orders GROUP BY shop_id)
    SELECT s.id, s.name, coalesce(a.balance, 0) AS balance, coalesce(d.said, 0) AS said
    FROM shops s LEFT JOIN said d ON d.shop_id = s.id
    LEFT JOIN accounts a ON a.name = concat('shop:', s.id) AND a.scheme_id = s.scheme_id
    WHERE coalesce(a.balance, 0) <> coalesce(d.said, 0) ORDER BY s.id""",
)
named(
    "order {id}: {points} points are not {count} of {price} each",
    "SELECT * FROM orders WHERE points <> count * price ORDER BY id",
)
named(
    "order {id} of scheme {scheme_id}: its shop {shop_id} is of another, or has no such goods",
    """
    SELECT o.* FROM orders o JOIN goods g ON g.id = o.goods_id JOIN shops s ON s.id = o.shop_id
    WHERE o.scheme_id <> s.scheme_id OR g.shop_id <> o.shop_id ORDER BY o.id""",
)
named(
    "order {id}: {state}, but its moves say {said}",
    """
    SELECT o.*, last.after AS said FROM orders o LEFT JOIN LATERAL (
        SELECT m.after FROM moves m WHERE m.subject_kind = 'orders' AND m.subject_id = o.id
        ORDER BY m.id DESC LIMIT 1) last ON true
    WHERE o.state IS DISTINCT FROM last.after ORDER BY o.id""",
)
named(
    "order {id}: {state} without a voucher",
    """
    SELECT o.* FROM orders o LEFT JOIN vouchers v ON v.order_id = o.id
    WHERE o.placed_at IS NOT NULL AND v.order_id IS NULL ORDER BY o.id""",
)
