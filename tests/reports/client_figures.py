"""A test client's figures, computed from its rows as in a run."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pandas as pd
from client_spec import QUARTER, Client
from partial_book import PartialBook

from reports.client import KpiBook
from reports.deck.compose import review_modules, slide_modules
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Grain, Period
from transforms.core.rates import Rates
from transforms.kpis import KpiFamily, compute_all, families
from transforms.metrics.kpi import KpiValue, Missing, Place, Unit
from transforms.metrics.kpi_periods import needed_periods
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.norms import Population, SegmentNorm

_MONTHS, _QUARTERS, _REVIEWED_QUARTERS = 13, 4, 8
"""Of figures that are charted by them."""
_OF_REVIEWS = {
    Place.AGEING,
    Place.BRIDGE,
    *(place for place in Place if place in {item.name for item in review_modules()}),
}
_OF_CLIENTS = {Place.TILE, Place.CHECKLIST, Place.PRE_SEND, Place.FEE} | {
    place for place in Place if place in {item.name for item in slide_modules()}
}


def book(tables: CanonicalTables, client: Client) -> KpiBook:
    """The client's figures, computed from its rows as in a run."""
    accounts = tables["accounts"]["account_id"]
    entities = pd.DataFrame(
        {"account_id": accounts, "entity_id": "a1", "currency": client.currency}
    ).astype("str")
    context = MetricContext(
        tables, entities, client.policy, Rates.from_frame(tables.rows("fx_rates"))
    )
    values: dict[tuple[str, str], KpiValue] = {}
    for family in families():
        named = [spec.id for spec in family.specs]
        periods = {str(period): period for period in _periods(family, client)}
        for row in _records(compute_all(_beside_peers(context, family), periods.values(), named)):
            period = periods[str(row["period"])]
            values[str(row["kpi"]), str(period)] = _value(row, period)
    return PartialBook("a1", values, needed_periods(QUARTER, client.policy.renewal.window_days))


def _beside_peers(context: MetricContext, family: KpiFamily) -> MetricContext:
    """For positions among peers, a snapshot with eight others; other figures do without."""
    if family.name != "peer_position":
        return context
    low, high = (0.2, 0.3, 0.4, 0.5, 0.55, 0.6, 0.8, 0.9), (-9, 10, 20, 30, 40, 60, 70, 80)
    standings = {
        "seats_used": (*low, 0.7),
        "usage_change": (*(share - 0.5 for share in low), -0.18),
        "first_response_median": (*(8 * share for share in low), 1.8),
        "nps": (*map(float, high), 50.0),
    }
    norm = SegmentNorm(9, 0, 0, 0, 0, 0, {}, standings)
    quarters = (QUARTER.shift(-step) for step in range(_REVIEWED_QUARTERS))
    snapshots = {str(quarter): {"business": norm} for quarter in quarters}
    return replace(context, population=Population(snapshots, "MXN"))


def _periods(family: KpiFamily, client: Client) -> list[Period]:
    """Those that decks read; the whole dictionary would take the tests half a minute."""
    places = {at.place for spec in family.specs for at in spec.shown}
    charted = {grain for spec in family.specs for grain in spec.charted}
    if charted == {Grain.WEEK}:
        return _weeks()
    is_reviewed = client.reviewed and bool(places & _OF_REVIEWS)
    if not is_reviewed and not places & _OF_CLIENTS:
        return []
    last, back = QUARTER.months[-1], _MONTHS if Grain.MONTH in charted else 0
    quarters = _QUARTERS if Grain.QUARTER in charted else 2
    return [
        *(QUARTER.shift(-step) for step in range(_REVIEWED_QUARTERS if is_reviewed else quarters)),
        *(last.shift(-step) for step in range(back)),
    ]


def _weeks() -> list[Period]:
    monday = date(2026, 9, 21)
    final = Period(monday, monday + timedelta(days=7), Grain.WEEK)
    shown = [final.shift(step) for step in range(-16, 1)]
    return [*(week.shift(-52) for week in shown), *shown]


def _records(frame: pd.DataFrame) -> list[dict[str, object]]:
    columns = [frame[name].to_numpy(object, na_value=None).tolist() for name in frame]
    return [dict(zip(frame.columns, row, strict=True)) for row in zip(*columns, strict=True)]


def _value(row: Mapping[str, object], period: Period) -> KpiValue:
    reason = row["reason"]
    return KpiValue(
        entity_type="client",
        entity_id="a1",
        kpi=str(row["kpi"]),
        period=period,
        unit=Unit(str(row["unit"])),
        version=int(row["version"]),
        currency=str(row["currency"]),
        value=row["value"],
        value_minor=row["value_minor"],
        reason=Missing(str(reason)) if reason else None,
        numerator=row["numerator"],
        denominator=row["denominator"],
        rows=int(row["rows"]),
        note=str(row["note"]),
    )
