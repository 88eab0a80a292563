-- Each client beside the others of its segment, in tenths of them.
WITH own AS (
    SELECT client_id, max(users) / max(seats) AS value
    FROM account JOIN usage USING (account_id)
    WHERE day >= getvariable('after') - 28 AND day < getvariable('after')
    GROUP BY client_id HAVING max(seats) > 0
), placed AS (
    SELECT client_id, segment, value FROM own
    JOIN (SELECT DISTINCT client_id, segment FROM account) USING (client_id)
    WHERE value IS NOT NULL
)
SELECT a.client_id AS entity_id,
    round_even(10.0 * sum(CASE WHEN b.value < a.value THEN 1 WHEN b.value = a.value THEN 0.5 ELSE 0 END)
        / count(*), 0) / 10 AS value
FROM placed AS a JOIN placed AS b ON b.segment = a.segment AND b.client_id <> a.client_id
GROUP BY a.client_id HAVING count(*) >= 5
