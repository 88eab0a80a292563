"""Before an import is stored, each input that it changes is told in the unit that it counts in."""

import pytest

from messages.catalogue import catalogue
from pipeline.feedback.decisions import Change
from pipeline.feedback.worded import input_lines

SPACE = "\N{NO-BREAK SPACE}"


@pytest.mark.parametrize(
    ("key", "before", "after", "told"),
    [
        ("probability", 0.7, 0.6, ("70%", "60%")),
        ("offered_discount", None, 0.0725, ("–", "7.25%")),
        ("price", 120_000, 99_999.5, (f"120,000.00{SPACE}EUR", f"99,999.50{SPACE}EUR")),
        ("offered_term_years", 1, 3, ("1 year", "3 years")),
        ("billing_months", 12, 1, ("12 months", "1 month")),
        ("payment_days", 30, 45, ("30 days", "45 days")),
        ("agreed_exclusivity", 0, 1, ("no", "yes")),
    ],
)
def test_every_change_is_told_with_its_unit(
    key: str, before: float | None, after: float, told: tuple[str, str]
) -> None:
    (line,) = input_lines((Change(key, before, after),), "EUR", catalogue("en"))
    assert (line.before, line.after) == told
    assert line.name


def test_the_spanish_reader_is_told_in_spanish() -> None:
    (line,) = input_lines((Change("payment_days", 30, 45),), "EUR", catalogue("es"))
    assert (line.before, line.after) == ("30 días", "45 días")
