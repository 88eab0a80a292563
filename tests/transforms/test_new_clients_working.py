"""The working of a new client holds the rows that decide, and no others."""

from datetime import date
from typing import Any

import pytest
from money_rows import company, invoice, line
from reference_money.as_facts import facts_of

from transforms.core.periods import Period
from transforms.kpis import explained

OLD, LAST_YEAR, NOW = date(2020, 5, 1), date(2025, 12, 1), date(2026, 8, 1)


@pytest.mark.parametrize(
    ("days", "entered"),
    [
        ([OLD, LAST_YEAR, NOW], [LAST_YEAR, NOW]),  # the year before decides
        ([OLD, NOW], [OLD, NOW]),  # won back: the old one tells
        ([OLD, LAST_YEAR], []),  # nothing now: nothing else matters
    ],
)
def test_only_the_rows_that_decide_are_marked_as_entered(
    days: list[date], entered: list[date]
) -> None:
    parts: dict[str, Any] = {
        "invoices": [invoice(f"{day}", day, 100) for day in days],
        "invoice_lines": [line(f"{day}", 100) for day in days],
    }
    found = explained(facts_of(company(**parts)), "new_clients", Period.parse("2026-Q3"))
    rows = next(part for part in found if part.table == "invoice_lines")
    assert sorted(rows.entered["invoice_id"]) == sorted(map(str, entered))
