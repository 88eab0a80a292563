"""A figure worked out from a table in view: what the examples in KPI files call."""

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
from transforms.tables import TABLES, TableSpec

_FLAGS = {"true": True, "false": False}


def worked_example(spec: KpiSpec, period: str, *tables: str) -> str:
    """The figure of one client, its working, and the rows left out, each with the reason.

    Each text is a table of the spec's feeds, in their order; its first column names the rows.
    """
    texts = dict(zip(spec.feeds, tables, strict=True))
    frames = {feed: _table(TABLES[feed], text) for feed, text in texts.items()}
    us = pd.DataFrame({"account_id": ["us"], "entity_id": ["us"], "currency": ["EUR"]}, dtype="str")
    context = MetricContext(CanonicalTables(frames), us, Policy(), Rates({}))
    asked = Asked(context, Period.parse(period))
    value = values_of(spec, asked).iloc[0]
    number = value["value_minor"] if spec.unit is Unit.MONEY else value["value"]
    said = value["reason"] or f"{number:.12g}"
    if not value["reason"] and pd.notna(value["denominator"]):
        said += f" = {value['numerator']:.12g} / {value['denominator']:.12g}"
    left = [
        f"{str(named).removesuffix(' 00:00:00')}: {why}"
        for part in (spec.figure.explained(asked) if spec.figure else ())
        for named, why in zip(part.rows[texts[part.table].split()[0]], part.left_out, strict=True)
        if why
    ]
    return "; ".join([said, *([", ".join(left)] if left else [])])


def _table(table: TableSpec, text: str) -> pd.DataFrame:
    frame = pd.read_fwf(StringIO(text.strip("\n")), dtype="str")
    read = {name: column.replace(_FLAGS) for name, column in frame.items()}
    ours = {"account_id": "us", "entity_type": "client", "entity_id": "us", "currency": "EUR"}
    return table.conform(pd.DataFrame({**ours, **read}, index=frame.index))
