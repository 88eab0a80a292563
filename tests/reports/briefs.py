"""Managers' briefs for tests: calm clients, and what a page lists of them."""

from dataclasses import replace
from datetime import date

from clients import QUARTER

from reports.brand import shipped_brand
from reports.brief.book import ManagerBook, ordered
from reports.brief.compose import ComposedBrief, compose_brief
from reports.brief.entry import BookEntry, Change
from reports.deck.model import Slide, Table
from transforms.clients.relationship import Standing
from transforms.metrics.kpi import KpiValue, Unit

MONTH = QUARTER.months[-1]
TODAY = date(2026, 10, 1)


def money(kpi: str, minor: int | None) -> KpiValue:
    return KpiValue("client", "a1", kpi, MONTH, Unit.MONEY, 1, "MXN", value_minor=minor)


def change(kpi: str, before: int | None, now: int | None) -> Change:
    return Change(money(kpi, now), money(kpi, before))


def entry(name: str, *moved: Change, **known: object) -> BookEntry:
    """A calm client that renews on 1 February; what `moved` and is `known` overrides."""
    usual = BookEntry(
        client_id=name.lower(),
        client_name=name,
        manager_name="Lucía Herrera",
        manager_email="lucia.herrera@nubalia.example",
        currency="MXN",
        home_locale="es-MX",
        is_active=True,
        renewal_day=date(2027, 2, 1),
        renewal_basis="contract",
        notice_day=None,
        points=70.0,
        standing=Standing.KEEP,
        changes={
            "mrr": change("mrr", 1_000_000, 1_000_000),
            "overdue_balance": change("overdue_balance", 0, 0),
        },
        asked=None,
        signals=(),
        due=(),
    )
    changes = {**usual.changes, **{item.now.kpi: item for item in moved}}
    return replace(usual, changes=changes, **known)  # type: ignore[arg-type]


def brief(*entries: BookEntry, language: str = "es") -> ComposedBrief:
    book = ManagerBook(
        "Lucía Herrera", "Nubalia", QUARTER, TODAY, ordered(entries, TODAY), "3f9a1c07"
    )
    return compose_brief(book, language, shipped_brand())


def rows(slide: Slide) -> list[list[str]]:
    table = next(item for item in slide.elements if isinstance(item, Table))
    return [[cell.body.text for cell in row.cells] for row in table.rows[1:]]


def book_of(composed: ComposedBrief) -> dict[str, list[str]]:
    return {row[0]: row[1:] for row in rows(composed.deck.slides[0])}
