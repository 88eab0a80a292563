"""Figures and days as each locale writes them, whatever was written before."""

import subprocess
import sys
from datetime import date

import pytest

from messages.formats import Formats

MONTHS = """
from datetime import date
from messages.formats import Formats
{before}
print([[f.month(date(2026, m, 1)), f.day(date(2026, m, 1)), f.day_of_year(date(2026, m, 1))]
       for f in map(Formats, {tags}) for m in range(1, 13)])
"""


@pytest.mark.parametrize("tag", ["es-MX", "es-ES", "en-US", "en-GB"])
def test_month_names_depend_on_the_locale_alone(tag: str):
    alone = _months([tag])
    for other in ("es-MX", "es-ES", "es-AR", "en-GB", "en-US"):
        assert _months([other, tag])[-12:] == alone, other
    # Another library in the process may have asked Babel itself.
    plain = "from babel.dates import format_skeleton\n" + "".join(
        f"format_skeleton('MMM', date(2026, 9, 1), locale={other!r})\n"
        for other in ("es_MX", "es_ES", "en_GB")
    )
    assert _months([tag], plain) == alone


def _months(tags: list[str], before: str = "") -> list[list[str]]:
    code = MONTHS.format(before=before, tags=tags)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return eval(done.stdout)


def test_september_is_short_in_mexico():
    september = date(2026, 9, 3)
    assert Formats("es-MX").month(september) == "sep\N{NO-BREAK SPACE}26"
    assert Formats("es-ES").month(september) == "sept\N{NO-BREAK SPACE}26"


@pytest.mark.parametrize(
    ("tag", "said"),
    [("es-ES", "18,3\u00a0%"), ("es-MX", "18.3%"), ("en-US", "18.3%"), ("fr-FR", "18,3\u00a0%")],
)
def test_per_cent_is_spaced_as_the_locale_does(tag: str, said: str):
    assert Formats(tag).percent(0.1834, 1) == said


@pytest.mark.parametrize(
    ("tag", "digits", "pattern"),
    [("es-ES", 1, '0.0"\u00a0"%'), ("es-MX", 1, "0.0%"), ("en-IN", 0, "0%"), ("tr-TR", 0, "%0")],
)
def test_per_cent_in_office_is_spaced_alike(tag: str, digits: int, pattern: str):
    assert Formats(tag).office_percent(digits) == pattern


def test_per_cent_rounds_ties_away_from_zero_and_leaves_off_noughts():
    formats = Formats("en-US")
    assert [formats.percent(each) for each in (0.125, -0.125)] == ["13%", "\u221213%"]
    assert [formats.percent(each, 1, least=0) for each in (0.18, 0.183)] == ["18%", "18.3%"]


def test_money_has_the_currencys_decimals():
    mexican = Formats("es-MX")
    assert mexican.money_in(-123450, "MXN", 2) == "\u2212$1,234.50"
    assert mexican.money_in(123450, "MXN", 2, digits=0) == "$1,235"
    assert mexican.money_in(1234, "KWD", 3) == "KWD\u00a01.234"
    assert mexican.amount(123450, "MXN", 2) == "1,234.50\u00a0MXN"


@pytest.mark.parametrize(
    ("tag", "quarter", "months"),
    [
        ("es-ES", "T3\u00a02026", "ene\u2013jun 2026"),
        ("en-US", "Q3\u00a02026", "Jan\u2009\u2013\u2009Jun 2026"),
        ("de-DE", "Q3\u00a02026", "Jan.\u2013Juni 2026"),
    ],
)
def test_periods_by_the_locales_skeletons(tag: str, quarter: str, months: str):
    formats = Formats(tag)
    start, end = date(2026, 7, 1), date(2026, 10, 1)
    assert formats.period_between(start, end, "quarter", "2026-Q3") == quarter
    half_year = (date(2026, 1, 1), date(2026, 7, 1))
    assert formats.period_between(*half_year, "range", "2026-01..2026-06") == months
    assert formats.period_between(*half_year, "year", "2026") == "2026"


def test_a_quarter_of_a_fiscal_year_keeps_its_number():
    start, end = date(2026, 4, 1), date(2026, 7, 1)
    assert Formats("en-US").period_between(start, end, "quarter", "2027-Q1") == "Q1\u00a02027"


def test_a_locale_that_nobody_knows_reads_as_english():
    assert Formats("qps").count(12345) == "12,345"
