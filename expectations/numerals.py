"""Numbers and days as a language writes them."""

from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

from transforms.core.money import exponent, is_currency, to_major


def count(value: int, language: str) -> str:
    """12,345 or 12.345."""
    return format_decimal(value, format="#,##0", locale=language)


def money(minor: int, currency: str, language: str) -> str:
    """1,234.50 MXN; an amount of an unknown currency stays in minor units."""
    if not is_currency(currency):
        return f"{count(minor, language)} {currency}".strip()
    decimals = exponent(currency)
    pattern = "#,##0." + "0" * decimals if decimals else "#,##0"
    amount = format_decimal(to_major(minor, currency), format=pattern, locale=language)
    return f"{amount} {currency}".replace("-", "−")


def day(value: date, language: str) -> str:
    """1 October 2026 or 1 de octubre de 2026."""
    return format_date(value, format="d MMMM y" if language == "en" else "long", locale=language)
