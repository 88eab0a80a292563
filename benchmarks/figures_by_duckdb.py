"""The same figures in SQL, on a table that DuckDB has in memory."""

from pathlib import Path

import duckdb

from benchmarks.clock import timed

_MONTHLY = """
CREATE OR REPLACE TABLE monthly AS
SELECT account_id, date_trunc('month', invoice_date)::DATE AS month, sum(amount) AS amount
FROM documents GROUP BY ALL
"""
_LAST = """
WITH open AS (
    SELECT account_id, amount, date_diff('day', due_date, TIMESTAMP '2025-12-31') AS late
    FROM documents WHERE paid_date IS NULL
), ages AS (
    SELECT account_id, sum(amount) AS open_balance,
        coalesce(sum(amount) FILTER (late <= 0), 0) AS ageing_not_due,
        coalesce(sum(amount) FILTER (late BETWEEN 1 AND 30), 0) AS ageing_1_30,
        coalesce(sum(amount) FILTER (late BETWEEN 31 AND 60), 0) AS ageing_31_60,
        coalesce(sum(amount) FILTER (late BETWEEN 61 AND 90), 0) AS ageing_61_90,
        coalesce(sum(amount) FILTER (late > 90), 0) AS ageing_over_90
    FROM open GROUP BY account_id
), accounts AS (
    SELECT DISTINCT account_id FROM monthly
), months AS (
    SELECT (DATE '2025-12-01' - to_months(back::INT))::DATE AS month FROM range(24) AS r(back)
), billed AS (
    SELECT account_id, month, coalesce(amount, 0) AS amount,
        coalesce(sum(amount) OVER newer, 0) AS before,
        date_diff('day', month, (month + INTERVAL 1 MONTH)::DATE) AS days
    FROM accounts CROSS JOIN months LEFT JOIN monthly USING (account_id, month)
    WINDOW newer AS (
        PARTITION BY account_id ORDER BY month DESC
        ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING
    )
), counted AS (
    SELECT account_id, sum(billed.amount) AS in_all, sum(
        CASE WHEN coalesce(open_balance, 0) <= before THEN 0
             WHEN billed.amount = 0 THEN days
             ELSE least((coalesce(open_balance, 0) - before) / billed.amount, 1) * days END
    ) AS days
    FROM billed LEFT JOIN ages USING (account_id) GROUP BY account_id
)
SELECT account_id, coalesce(open_balance, 0) AS open_balance,
    coalesce(ageing_not_due, 0) AS ageing_not_due, coalesce(ageing_1_30, 0) AS ageing_1_30,
    coalesce(ageing_31_60, 0) AS ageing_31_60, coalesce(ageing_61_90, 0) AS ageing_61_90,
    coalesce(ageing_over_90, 0) AS ageing_over_90,
    CASE WHEN coalesce(open_balance, 0) <= in_all THEN days END AS dso
FROM counted LEFT JOIN ages USING (account_id) ORDER BY account_id
"""


def in_sql(folder: Path) -> dict[str, float]:
    """Seconds on the wall, from the table to the figures' columns."""
    took: dict[str, float] = {}
    with opened(folder) as database, timed(took, "compute"):
        monthly, last = computed(database)
        monthly.fetchnumpy(), last.fetchnumpy()
    return took


def opened(folder: Path) -> duckdb.DuckDBPyConnection:
    """A database that has the documents in memory."""
    database = duckdb.connect()
    path = folder / "documents.parquet"
    database.execute("CREATE TABLE documents AS FROM read_parquet(?)", [str(path)])
    return database


def computed(
    database: duckdb.DuckDBPyConnection,
) -> tuple[duckdb.DuckDBPyRelation, duckdb.DuckDBPyRelation]:
    """Amounts by account and month; open balance, ages and DSO by account."""
    database.execute(_MONTHLY)
    return database.table("monthly"), database.sql(_LAST)
