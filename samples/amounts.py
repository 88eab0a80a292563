"""Exact amounts in integer minor units, and how vendors and Spanish spreadsheets write them."""

_DECIMALS = {"MXN": 2, "EUR": 2, "USD": 2, "JPY": 0}


def decimals(currency: str) -> int:
    """Digits after the decimal mark: JPY 0, the others 2."""
    return _DECIMALS[currency]


def half_even(numerator: int, denominator: int) -> int:
    """The integer nearest to the quotient, ties to the even one; the denominator is positive."""
    whole, rest = divmod(numerator, denominator)
    doubled = 2 * rest
    is_up = doubled > denominator or (doubled == denominator and whole % 2 == 1)
    return whole + is_up


def share(minor: int, numerator: int, denominator: int) -> int:
    """`minor × numerator / denominator`, rounded half-even."""
    return half_even(minor * numerator, denominator)


def plain(minor: int, currency: str) -> str:
    """Major units with a decimal point: 1234.50."""
    digits = decimals(currency)
    if digits == 0:
        return str(minor)
    sign, size = ("-" if minor < 0 else ""), abs(minor)
    return f"{sign}{size // 10**digits}.{size % 10**digits:0{digits}d}"


def spanish(minor: int, currency: str) -> str:
    """Major units as a Spanish spreadsheet writes them: 1.234,50."""
    text = plain(minor, currency)
    whole, _, fraction = text.partition(".")
    grouped = f"{int(whole):,}".replace(",", ".")
    if whole.startswith("-") and not grouped.startswith("-"):
        grouped = "-" + grouped
    return f"{grouped},{fraction}" if fraction else grouped


def comma(number: float | str) -> str:
    """A number with a decimal comma and no grouping: 0,35."""
    return str(number).replace(".", ",")
