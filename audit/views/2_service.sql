-- Business hours: Monday to Friday from nine to six by the company's clocks, but for Mexico's
-- public holidays.

CREATE MACRO midnight(day) AS CAST(day AS TIMESTAMP) AT TIME ZONE '$zone';
CREATE MACRO nth_monday(year, month, n) AS CAST(make_date(year, month, 1)
    + (8 - isodow(make_date(year, month, 1)))::INT % 7 + 7 * (n - 1) AS DATE);
CREATE TABLE holiday AS
SELECT unnest([
    make_date(year, 1, 1), nth_monday(year, 2, 1), nth_monday(year, 3, 3), make_date(year, 5, 1),
    make_date(year, 9, 16), nth_monday(year, 11, 3), make_date(year, 12, 25),
    -- A president takes office on 1 October, every six years.
    CASE WHEN year % 6 = 2 THEN make_date(year, 10, 1) ELSE make_date(year, 12, 25) END
]) AS day
FROM (SELECT unnest(range(2022, 2029))::INT AS year);
CREATE TABLE workday AS
SELECT (day + INTERVAL 9 HOUR) AT TIME ZONE '$zone' AS opens, (day + INTERVAL 18 HOUR) AT TIME ZONE '$zone' AS closes
FROM (SELECT unnest(range(TIMESTAMP '2022-01-01', TIMESTAMP '2029-01-01', INTERVAL 1 DAY)) AS day)
WHERE isodow(day) < 6 AND day::DATE NOT IN (SELECT day FROM holiday);
CREATE MACRO hours_open(since, until) AS (
    SELECT coalesce(sum(epoch(least(closes, until)) - epoch(greatest(opens, since))), 0) / 3600
    FROM workday WHERE opens < until AND closes > since);

-- Each ticket with the hours to its first reply and to its solution.
CREATE TABLE timed_ticket AS
SELECT *, CASE WHEN replied_at IS NOT NULL THEN hours_open(filed_at, replied_at) END AS reply_hours,
    CASE WHEN solved_at IS NOT NULL THEN hours_open(filed_at, solved_at) END AS solve_hours,
    CASE priority WHEN 'urgent' THEN 8 WHEN 'high' THEN 8 WHEN 'normal' THEN 24 WHEN 'low' THEN 40 END AS target
FROM ticket;
-- Solved in the period, or open at its end for longer than the target.
CREATE VIEW judged_ticket AS
WITH standing AS (
    SELECT *, created_day < getvariable('after')
        AND (status = 'open' OR solved_day >= getvariable('after')) AS is_open
    FROM timed_ticket
)
SELECT account_id, priority, NOT is_open AND solve_hours <= target AS is_met
FROM standing
WHERE CASE WHEN is_open THEN hours_open(filed_at, midnight(getvariable('after'))) > target
    ELSE in_period(solved_day) END;
