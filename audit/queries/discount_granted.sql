WITH running AS (
    SELECT account_id, own, sum(round_even(listed * units, 0)) AS listed, sum(yearly) AS yearly
    FROM recurring JOIN price USING (product_id, own)
    WHERE first_day < getvariable('after')
        AND (after_day IS NULL OR after_day > getvariable('after') - 1) GROUP BY ALL
), told AS (
    SELECT entity_id,
        converted(listed, own, currency, 'month_end', getvariable('after') - 1) AS listed,
        converted(yearly, own, currency, 'month_end', getvariable('after') - 1) AS yearly
    FROM member JOIN running USING (account_id)
)
SELECT entity_id, sum(listed - yearly) AS numerator, sum(listed) AS denominator
FROM told GROUP BY entity_id
