-- What was billed, paid and credited, tax included.

CREATE TABLE bill AS
SELECT DISTINCT raw.id AS document_id, link.account_id, upper("Currency") AS own, FALSE AS is_credit,
    "Status" AS status, local_day("Date (UTC)") AS issued, local_day(nullif("Due Date (UTC)", '')) AS due,
    minor_of("Total", upper("Currency")) AS minor,
    minor_of("Amount Remaining", upper("Currency")) AS remaining,
    "disputed (metadata)" = 'true' AS is_disputed, NULL::VARCHAR AS settles
FROM read_csv('$landing/stripe/invoices.csv', all_varchar = true, header = true) AS raw
JOIN link ON link.system = 'stripe' AND link.external_id = raw."Customer"
WHERE "Status" NOT IN ('draft', 'void', 'deleted')
UNION ALL
SELECT DISTINCT raw.id, link.account_id, upper("Currency"), TRUE, "Status", local_day("Created (UTC)"), NULL,
    -minor_of("Total", upper("Currency")), NULL, FALSE, nullif("Invoice", '')
FROM read_csv('$landing/stripe/credit_notes.csv', all_varchar = true, header = true) AS raw
JOIN link ON link.system = 'stripe' AND link.external_id = raw."Customer"
WHERE "Status" <> 'void';

-- Money that moved: paid, credited, and given back.
CREATE TABLE moved AS
WITH named AS (
    SELECT link.account_id, upper("Currency") AS own, 'paid' AS kind, "Invoice ID" AS names,
        local_day("Created date (UTC)") AS day, minor_of("Amount", upper("Currency")) AS minor
    FROM read_csv('$landing/stripe/payments.csv', all_varchar = true, header = true) AS raw
    JOIN link ON link.system = 'stripe' AND link.external_id = raw."Customer ID"
    WHERE "Status" IN ('Paid', 'Refunded', 'Partially Refunded') AND "Mode" <> 'Test'
    UNION ALL
    SELECT link.account_id, upper("Currency"), 'refunded', "Invoice ID",
        local_day("Created (UTC)"), abs(minor_of("Amount", upper("Currency")))
    FROM read_csv('$landing/stripe/refunds.csv', all_varchar = true, header = true) AS raw
    JOIN link ON link.system = 'stripe' AND link.external_id = raw."Customer ID"
    WHERE "Status" = 'succeeded'
    UNION ALL
    SELECT account_id, own, 'credited', settles, issued, -minor FROM bill WHERE is_credit
)
SELECT named.* EXCLUDE (names), bill.document_id, bill.issued
FROM named
LEFT JOIN bill ON bill.document_id = named.names AND NOT bill.is_credit AND bill.own = named.own
    AND bill.account_id = named.account_id;

-- What invoices say that was settled beyond what we see: from their day of issue.
CREATE TABLE beside AS
SELECT document_id, account_id, own, issued, status, (CASE WHEN status = 'paid' THEN greatest(minor, 0)
    ELSE greatest(minor - remaining, 0) END) - least(coalesce(seen, 0), greatest(minor, 0)) AS minor
FROM bill
LEFT JOIN (SELECT document_id, sum(minor) AS seen FROM moved WHERE kind <> 'refunded' GROUP BY ALL)
    USING (document_id)
WHERE NOT is_credit;

-- What is open at the period's end, and for how long it has been due.
CREATE VIEW open_bill AS
WITH seen AS (
    SELECT document_id, sum(minor) AS minor FROM moved
    WHERE kind <> 'refunded' AND day < getvariable('after') AND issued < getvariable('after')
    GROUP BY document_id
), left_over AS (
    SELECT bill.account_id, bill.own, is_disputed, getvariable('after') - 1 - due AS late,
        greatest(bill.minor - greatest(beside.minor + coalesce(seen.minor, 0),
            least(coalesce(seen.minor, 0), 0)), 0) AS minor
    FROM bill JOIN beside USING (document_id) LEFT JOIN seen USING (document_id)
    WHERE bill.issued < getvariable('after') AND bill.status <> 'uncollectible'
)
SELECT *, CASE WHEN late IS NULL OR late <= 0 THEN 0 WHEN late <= 30 THEN 1 WHEN late <= 60 THEN 2
    WHEN late <= 90 THEN 3 ELSE 4 END AS age
FROM left_over WHERE minor > 0;
CREATE VIEW billed_client AS
SELECT client_id FROM account SEMI JOIN (
    SELECT account_id FROM bill UNION ALL SELECT account_id FROM moved
) USING (account_id);
-- By entity and age, also of those that owe nothing.
CREATE VIEW owed AS
WITH by_account AS (
    SELECT account_id, own, age, sum(minor) AS minor FROM open_bill GROUP BY ALL
)
SELECT entity_id, client_id, age,
    coalesce(converted(minor, own, currency, 'month_end', getvariable('after') - 1), 0) AS minor
FROM member LEFT JOIN by_account USING (account_id) SEMI JOIN billed_client USING (client_id);
-- Of those ages, from the first to the last; without clients of whom it cannot be told.
CREATE MACRO owed_of_clients(youngest, oldest) AS TABLE
SELECT entity_id, sum(minor) AS value FROM (
    SELECT entity_id, coalesce(sum(minor) FILTER (age BETWEEN youngest AND oldest), 0) AS minor
    FROM owed GROUP BY entity_id, client_id HAVING NOT isnan(minor)
) GROUP BY entity_id;

-- Days of billing that a balance stands for, counted back month by month from the newest.
CREATE VIEW counted_back AS
WITH billed AS (
    SELECT entity_id, back, sum(converted(minor, own, currency, 'month_end', getvariable('after') - 1)) AS minor
    FROM member JOIN (
        SELECT account_id, own, sum(minor) AS minor,
            datediff('month', issued, getvariable('after') - 1) AS back
        FROM bill WHERE issued < getvariable('after') GROUP BY account_id, own, back HAVING back < 24
    ) USING (account_id)
    GROUP BY entity_id, back
), months AS (
    SELECT entity_id, back, coalesce(minor, 0) AS minor,
        datediff('day', getvariable('after') - to_months(back + 1), getvariable('after') - to_months(back)) AS days,
        coalesce(sum(greatest(coalesce(minor, 0), 0)) OVER (PARTITION BY entity_id ORDER BY back
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING), 0) AS newer
    FROM (SELECT DISTINCT entity_id FROM billed)
    CROSS JOIN (SELECT unnest(range(24))::INT AS back) LEFT JOIN billed USING (entity_id, back)
), balance AS (
    SELECT entity_id, 'all' AS part, sum(minor) AS balance FROM owed GROUP BY entity_id
    UNION ALL
    SELECT entity_id, 'not_due', coalesce(sum(minor) FILTER (age = 0), 0) FROM owed GROUP BY entity_id
)
SELECT entity_id, part, CASE
    WHEN max(minor) FILTER (back < 12) <= 0 OR any_value(balance) > sum(greatest(minor, 0))
        OR isnan(any_value(balance) + sum(minor)) THEN NULL
    ELSE coalesce(sum(CASE WHEN balance - newer >= minor THEN days ELSE (balance - newer) / minor * days END)
        FILTER (balance > newer), 0) END AS days
FROM months JOIN balance USING (entity_id) GROUP BY ALL;
