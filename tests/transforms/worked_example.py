"""A figure worked out from a table in view: what the examples in KPI files call."""

from fractions import Fraction
from io import StringIO

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.metrics.asked import Asked
from transforms.metrics.kpi import KpiSpec, Unit
from transforms.metrics.kpi_frame import values_of
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.norms import Population, ProductNorm, SegmentNorm
from transforms.tables import TABLES, TableSpec

_FLAGS = {"true": True, "false": False}


_LIKE = {"core": ProductNorm(Fraction(1_000), owners=6), "odd": ProductNorm(Fraction(9_000), 1)}
_STANDINGS = {"seats_used": (0.2, 0.4, 0.5, 0.6, 0.75, 0.8)}
_BUSINESS = SegmentNorm(8, 8, 4, 8, 1_000, 400, _LIKE, _STANDINGS)
"""What clients of the segment `business` are like in these examples."""


def worked_example(spec: KpiSpec, period: str, *tables: str, **others: str) -> str:
    """The figure of one client, its working, and the rows left out, each with the reason.

    Each text is a table of the spec's feeds, in their order, or of the name that it is given by;
    its first column names the rows. All accounts are the client's.
    """
    texts = dict(zip(spec.feeds, tables, strict=False)) | others
    frames = {feed: _table(TABLES[feed], text) for feed, text in texts.items()}
    named = [frame["account_id"] for frame in frames.values() if "account_id" in frame]
    accounts = pd.concat([pd.Series(["us"]), *named]).drop_duplicates()
    us = pd.DataFrame({"account_id": accounts.array, "entity_id": "us", "currency": "EUR"})
    population = Population({period: {"business": _BUSINESS}}, "EUR")
    context = MetricContext(
        CanonicalTables(frames), us.astype("str"), Policy(), Rates({}), population=population
    )
    asked = Asked(context, Period.parse(period))
    value = values_of(spec, asked).iloc[0]
    number = value["value_minor"] if spec.unit is Unit.MONEY else value["value"]
    said = value["reason"] or f"{number:.12g}"
    if not value["reason"] and pd.notna(value["denominator"]):
        said += f" = {value['numerator']:.12g} / {value['denominator']:.12g}"
    left = [
        f"{str(named).removesuffix(' 00:00:00')}: {why}"
        for part in spec.figure.explained(asked)
        for named, why in zip(part.rows[_name_of(part.table, texts)], part.left_out, strict=True)
        if why
    ]
    return "; ".join([said, *([", ".join(left)] if left else [])])


_OF_VERSIONS = {
    "opportunity_versions": "opportunities",
    "subscription_versions": "subscriptions",
}


def _name_of(table: str, texts: dict[str, str]) -> str:
    """The column that names a table's rows."""
    return texts[_OF_VERSIONS.get(table, table)].split()[0]


def _table(table: TableSpec, text: str) -> pd.DataFrame:
    frame = pd.read_fwf(StringIO(text.strip("\n")), dtype="str")
    read = {name: column.replace(_FLAGS) for name, column in frame.items()}
    ours = {"account_id": "us", "entity_type": "client", "entity_id": "us", "currency": "EUR"}
    return table.conform(pd.DataFrame({**ours, **read}, index=frame.index))
