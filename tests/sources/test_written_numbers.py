"""Numbers are read exactly, and only with the marks that the mapping states."""

from decimal import Decimal

import pytest

from sources.values.numbers import Marks, TooFineError, UnreadableNumberError, minor_units

ENGLISH, SPANISH, PLAIN = Marks(".", ","), Marks(",", "."), Marks()


@pytest.mark.parametrize(
    ("text", "marks", "currency", "value"),
    [
        ("1234.50", PLAIN, "", "1234.50"),
        ("1,200.00", ENGLISH, "", "1200.00"),
        ("$1,200.00", ENGLISH, "USD", "1200.00"),
        ("US$ 1,200", ENGLISH, "USD", "1200"),
        ("1.234,56", SPANISH, "", "1234.56"),
        ("1.234,56 €", SPANISH, "EUR", "1234.56"),
        ("355,84", SPANISH, "", "355.84"),
        ("EUR 12,00", SPANISH, "EUR", "12.00"),
        ("(120.00)", PLAIN, "", "-120.00"),
        ("-$120.00", PLAIN, "MXN", "-120.00"),
        ("120.00-", PLAIN, "", "-120.00"),
        ("\u2212120", PLAIN, "", "-120"),
        ("1\u00a0234,5", Marks(",", " "), "", "1234.5"),
        ("+5", PLAIN, "", "5"),
        ("12%", PLAIN, "", "12"),
        ("1.5E+3", PLAIN, "", "1.5E+3"),
        (".5", PLAIN, "", "0.5"),
    ],
)
def test_numbers_are_read_as_written(text: str, marks: Marks, currency: str, value: str) -> None:
    assert marks.number(text, currency) == Decimal(value)


@pytest.mark.parametrize(
    ("text", "marks", "currency"),
    [
        ("1,200.00", PLAIN, ""),
        ("12,34", ENGLISH, ""),
        ("1.2,00", SPANISH, ""),
        ("1,234,5.00", ENGLISH, ""),
        ("€5.00", PLAIN, "USD"),
        ("$5.00", PLAIN, "EUR"),
        ("5 EUR", PLAIN, "USD"),
        ("250k", PLAIN, ""),
        ("n/a", PLAIN, ""),
        ("NaN", PLAIN, ""),
        ("Infinity", PLAIN, ""),
        ("--5", PLAIN, ""),
        ("1-2", PLAIN, ""),
        ("", PLAIN, ""),
        ("٣", PLAIN, ""),
        ("1e999", PLAIN, ""),
    ],
)
def test_what_the_marks_do_not_allow_is_no_number(text: str, marks: Marks, currency: str) -> None:
    with pytest.raises(UnreadableNumberError):
        marks.number(text, currency)


@pytest.mark.parametrize(
    ("amount", "currency", "units", "minor"),
    [
        ("15.00", "MXN", "major", 1500),
        ("15", "JPY", "major", 15),
        ("1.234", "KWD", "major", 1234),
        ("1500", "MXN", "minor", 1500),
        ("-0.01", "EUR", "major", -1),
    ],
)
def test_money_becomes_minor_units_of_its_currency(
    amount: str, currency: str, units: str, minor: int
) -> None:
    assert minor_units(Decimal(amount), currency, units, "") == minor


@pytest.mark.parametrize(
    ("amount", "currency", "units"),
    [("15.001", "MXN", "major"), ("15.5", "JPY", "major"), ("1500.5", "MXN", "minor")],
)
def test_money_finer_than_its_currency_is_refused_unless_rounding_is_asked(
    amount: str, currency: str, units: str
) -> None:
    with pytest.raises(TooFineError):
        minor_units(Decimal(amount), currency, units, "")
    assert isinstance(minor_units(Decimal(amount), currency, units, "half_even"), int)


def test_rounding_is_half_even() -> None:
    amounts = [Decimal("0.125"), Decimal("0.135"), Decimal("-0.125")]
    assert [minor_units(amount, "MXN", "major", "half_even") for amount in amounts] == [12, 14, -12]


def test_an_amount_beyond_any_ledger_is_refused() -> None:
    with pytest.raises(UnreadableNumberError):
        minor_units(Decimal(10) ** 30, "MXN", "major", "")


@pytest.mark.parametrize(
    ("written", "currency", "minor"),
    [("500000", "ISK", 5000), ("150100", "UGX", 1501), ("5", "MGA", 500), ("500", "JPY", 500)],
)
def test_a_vendor_may_count_minor_units_its_own_way(
    written: str, currency: str, minor: int
) -> None:
    stripes = {"ISK": 2, "UGX": 2, "MGA": 0}
    assert minor_units(Decimal(written), currency, "minor", "half_even", stripes) == minor


@pytest.mark.parametrize("mark", ["'", "\u2019", "\u00b4", "\u2018", "\u02bc"])
def test_apostrophes_of_any_shape_part_thousands(mark: str) -> None:
    assert Marks(".", "'").number(f"1{mark}234{mark}567.50") == Decimal("1234567.50")


@pytest.mark.parametrize("blank", [" ", "\u00a0", "\u202f", "\u2009", "\u2007", "\u2002", "\u3000"])
def test_blanks_of_any_width_part_thousands(blank: str) -> None:
    assert Marks(",", " ").number(f"1{blank}234{blank}567,50 €", "EUR") == Decimal("1234567.50")
