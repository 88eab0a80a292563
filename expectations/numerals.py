"""Numbers and days as a language writes them."""

from datetime import date

from messages.formats import Formats
from transforms.core.money import exponent, is_currency


def count(value: int, language: str) -> str:
    """12,345 or 12.345."""
    return Formats(language).count(value)


def money(minor: int, currency: str, language: str) -> str:
    """1,234.50 MXN; an amount of an unknown currency stays in minor units."""
    if not is_currency(currency):
        return f"{count(minor, language)} {currency}".strip()
    return Formats(language).amount(minor, currency, exponent(currency))


def day(value: date, language: str) -> str:
    """October 1, 2026 or 1 de octubre de 2026."""
    return Formats(language).long_day(value)
