"""Inputs as people are asked about them: with what they count in."""

from collections.abc import Mapping

from reports.workbook.input_line import MONEY_INPUTS, InputUnit
from reports.workbook.words import WorkbookWords
from transforms.core.money import exponent

_UNITS: Mapping[str, InputUnit] = dict.fromkeys(MONEY_INPUTS, InputUnit.MONEY) | {
    "term_years": InputUnit.WHOLE_YEARS,
    "horizon_years": InputUnit.WHOLE_YEARS,
    "longest_term": InputUnit.WHOLE_YEARS,
    "term_in_force": InputUnit.WHOLE_YEARS,
    "payment_days": InputUnit.DAYS,
    "term_effect": InputUnit.NUMBER,
    "exchange_rate": InputUnit.RATE,
}
_SUFFIXES = {
    "_term_years": InputUnit.WHOLE_YEARS,
    "_payment_days": InputUnit.DAYS,
    "_months": InputUnit.MONTHS,
    "_exclusivity": InputUnit.CHOICE,
}
_ONE: Mapping[InputUnit, str] = {
    InputUnit.WHOLE_YEARS: "unit.one_year",
    InputUnit.MONTHS: "unit.one_month",
    InputUnit.DAYS: "unit.one_day",
}
"""What a single one of a unit is called."""


def unit_of(key: str) -> InputUnit:
    """What an input counts in; shares of any sign are shares here.

    >>> unit_of("offered_payment_days").value, unit_of("probability").value
    ('days', 'share')
    """
    ending = next((unit for end, unit in _SUFFIXES.items() if key.endswith(end)), InputUnit.SHARE)
    return _UNITS.get(key, ending)


def worded(words: WorkbookWords, name: str, value: float | int | None) -> str:
    """An input's value, amounts in major units, as the reader writes it."""
    if value is None:
        return "–"
    match unit_of(name):
        case InputUnit.SHARE | InputUnit.GROWTH:
            return words.percent(value, 4)
        case InputUnit.MONEY:
            minor = round(value * 10 ** exponent(words.currency))
            return words.formats.amount(minor, words.currency, exponent(words.currency), None)
        case InputUnit.CHOICE:
            return words.say("common.yes" if value > 0 else "common.no")
        case InputUnit.RATE | InputUnit.NUMBER:
            return words.number(value, 6)
        case unit:
            key = _ONE[unit] if value == 1 and unit in _ONE else f"unit.{unit.value}"
            counted = words.say(key)
            return f"{words.number(value, 0 if value == int(value) else 2)} {counted}"
