"""Briefs, the portal's pages and the commands call a figure by the same name and print the same
number as every other place."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pandas as pd
import pytest
from babel.numbers import parse_decimal
from partial_book import PartialBook
from test_figure_labels import Told, labels

from cli.kpi_output import print_kpis
from messages.catalogue import catalogue, languages
from messages.formats import Formats
from pipeline.compute.explain import Explanation
from pipeline.compute.explanation_page import page_of
from portal.figures import figure_lines
from portal.renewal_terms import RenewalTerms, sums_of
from reports.brand import shipped_brand
from reports.brief.book import ManagerBook
from reports.brief.compose import compose_brief
from reports.brief.entry import unread_entry
from reports.deck.model import Table
from transforms.core.money import to_major
from transforms.core.periods import Period
from transforms.kpis import specs
from transforms.metrics.kpi import EntityKind, KpiValue, Unit
from warehouse.portal.records import ShownFigure

Q3 = Period.parse("2026-Q3")
LANDED = datetime(2026, 10, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Printed:
    """A figure as a reader finds it."""

    place: str
    label: str
    text: str


class Everything(PartialBook):
    """Every figure has a number of its own, of the months before none."""

    def get(self, kpi: str, period: Period) -> KpiValue:
        found = Told().get(kpi, period)
        is_before = period == Q3.months[-1].previous
        return replace(found, value_minor=0) if is_before and found.currency else found


@dataclass(frozen=True)
class BriefClient:
    """As much of a client as a brief tells of one whose rows cannot be read."""

    client_id: str
    client_name: str
    manager_name: str
    kpis: Everything
    home_locale: str
    locale: str
    manager_email: str = ""
    currency: str = "EUR"
    period: Period = Q3


def in_brief(language: str) -> Iterator[Printed]:
    """Under the heads of its table, and among the month's changes, by their words."""
    client = BriefClient("a1", "Aurora", "Ana", Everything("a1", {}), language, language)
    entry = unread_entry(client, ())  # type: ignore[arg-type]
    book = ManagerBook("Ana", "Own", Q3, date(2026, 10, 1), (entry,), "3f9a1c07")
    slide = compose_brief(book, language, shipped_brand()).deck.slides[0]
    table = next(item for item in slide.elements if isinstance(item, Table))
    head, row = ([cell.body.text for cell in line.cells] for line in table.rows[:2])
    yield from (Printed("brief", *pair) for pair in list(zip(head, row, strict=True))[3:5])
    for part in re.split(r"; |\n", row[-1]):
        label, number = re.split(r"\s(?=[+\N{MINUS SIGN}])", part, maxsplit=1)
        yield Printed("brief's changes", label, number)


def in_portal(language: str) -> Iterator[Printed]:
    values = [Told().get(kpi, Q3) for kpi in specs()]
    shown = [
        ShownFigure(
            *("a", str(Q3), one.kpi, str(one.unit), one.currency, one.value, one.value_minor),
            *("", "", LANDED),
        )
        for one in values
    ]
    for line in figure_lines(shown, Q3, Formats(language), language):
        yield Printed("portal", line.name, line.value)
    told = replace(TERMS, forecast_minor=Told().number("renewal_forecast"))
    sums = sums_of(Reader(language), [told])  # type: ignore[arg-type]
    assert sums is not None
    yield Printed("portal's renewals", sums.forecast_name, sums.forecast)


@dataclass(frozen=True)
class Reader:
    """Of the portal's page."""

    language: str

    @property
    def formats(self) -> Formats:
        return Formats(self.language)


TERMS = RenewalTerms(
    *("2026-11", 1, None, None, "EUR"),
    *("1", "", "", 0.0, "", 0.0, ""),
    is_below_floor=False,
    approver="",
    is_settled=False,
)


def in_commands(language: str, capsys: pytest.CaptureFixture[str]) -> Iterator[Printed]:
    """Of `cartera kpis` as a table for people and as a file for programs, and of `explain`."""
    values = [Told().get(kpi, Q3) for kpi in specs()]
    rows = [vars(one) | {"period": str(one.period), "entity_name": "Ana"} for one in values]
    frame = pd.DataFrame(rows).astype({"value_minor": "Int64", "value": "Float64"})
    print_kpis(frame, "csv", language)
    told = csv.DictReader(io.StringIO(capsys.readouterr().out))
    exact = {row["kpi"]: row["value"] for row in told}
    print_kpis(frame, "table", language)
    table = capsys.readouterr().out
    for one in values:
        name = specs()[one.kpi].name(language)
        assert re.search(rf"ana +{re.escape(name)} +{one.kpi} +[\d.,]", table), one.kpi
        yield Printed("kpis", name, exact[one.kpi])
        found = Explanation(
            *(EntityKind.MANAGER, "ana", "Ana", "EUR", specs()[one.kpi], one, LANDED),
            *("UTC", "EUR", ()),
        )
        page = page_of(found, catalogue(language), ())
        yield Printed("explain", page.figure, page.result)


def number_of(printed: Printed, language: str) -> Decimal:
    tag = "en" if printed.place == "kpis" else language
    (text,) = re.findall(r"\d[\d.,\s]*\d", printed.text.replace("\N{NO-BREAK SPACE}", " "))
    number = parse_decimal(re.sub(r"\s", "", text), locale=tag)
    return number / 100 if "%" in printed.text else number


def of_figure(kpi: str) -> Decimal:
    number = Told().number(kpi)
    return to_major(number, "EUR") if specs()[kpi].unit is Unit.MONEY else Decimal(number)


@pytest.mark.thorough
@pytest.mark.parametrize("language", languages())
def test_a_label_names_one_figure_and_its_number_stands_beside_it(
    language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    found = [*in_brief(language), *in_portal(language), *in_commands(language, capsys)]
    assert len({item.place for item in found}) == 6
    known: dict[str, set[str]] = defaultdict(set, labels(language))
    numbers = {kpi: of_figure(kpi) for kpi in specs()}
    for item in found:
        number = number_of(item, language)
        near = [kpi for kpi, own in numbers.items() if abs(own - number) <= 1]
        assert len(near) == 1, item
        known[item.label.casefold()].update(near)
    assert {label: told for label, told in known.items() if len(told) > 1} == {}
    assert {"mrr", "overdue_balance", "renewal_forecast"} <= set.union(*known.values())
