"""Exchange rates by month."""

from datetime import date
from decimal import Decimal

import pandas as pd
import pytest

from transforms.core.rates import MissingRateError, RateKind, Rates
from transforms.tables import TABLES

END = RateKind.MONTH_END
SEP = date(2026, 9, 1)


def rates(*rows: tuple[str, str, str]) -> Rates:
    columns = ["base_currency", "quote_currency", "rate"]
    frame = pd.DataFrame(list(rows), columns=columns).assign(
        rate_date=date(2026, 9, 30), rate_kind="month_end"
    )
    return Rates.from_frame(TABLES["fx_rates"].conform(frame))


def test_a_rate_is_found_directly_backwards_or_through_a_third_currency() -> None:
    known = rates(("EUR", "USD", "1.25"), ("MXN", "USD", "0.05"))
    assert known.rate(END, "EUR", "USD", SEP) == Decimal("1.25")
    assert known.rate(END, "USD", "EUR", SEP) == Decimal("0.8")
    assert known.rate(END, "EUR", "MXN", SEP) == 25


def test_decimals_of_both_currencies_are_minded() -> None:
    known = rates(("JPY", "USD", "0.0067"), ("KWD", "USD", "3.25"))
    assert known.convert(END, 1_000, "JPY", "USD", SEP) == 670
    assert known.convert(END, 1_000, "KWD", "USD", SEP) == 325


def test_another_month_another_kind_and_a_rate_of_zero_are_no_rate() -> None:
    known = rates(("EUR", "USD", "1.25"), ("JPY", "USD", "0"))
    assert known.find(END, "EUR", "USD", date(2026, 8, 1)) is None
    assert known.find(RateKind.AVERAGE, "EUR", "USD", SEP) is None
    with pytest.raises(MissingRateError, match="from USD to JPY for 2026-09"):
        known.rate(END, "USD", "JPY", SEP)
