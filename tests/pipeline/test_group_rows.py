"""A group's figure is explained by the rows of those clients that it adds up."""

import pandas as pd

from pipeline.compute.explain import rows_behind
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.kpis import specs
from transforms.metrics.kpi import EntityKind
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES

QUARTER = Period.parse("2026-Q3")
CLIENTS = ("known", "unknown")


def context_of_two() -> MetricContext:
    """Two clients with one line each; what the second sells has no cost."""
    documents = [
        {"invoice_id": name, "document_kind": "invoice", "issue_date": pd.Timestamp("2026-07-01")}
        for name in CLIENTS
    ]
    lines = [
        {"line_id": name, "invoice_id": name, "net_minor": 100, "cost_minor": cost}
        for name, cost in zip(CLIENTS, (40, None), strict=True)
    ]
    owned = [{"account_id": name, "currency": "EUR"} for name in CLIENTS]
    frames = {"invoices": documents, "invoice_lines": lines}
    tables = {
        table: TABLES[table].conform(
            pd.DataFrame([row | mine for row, mine in zip(rows, owned, strict=True)])
        )
        for table, rows in frames.items()
    }
    tables["accounts"] = TABLES["accounts"].conform(pd.DataFrame(owned))
    entities = pd.DataFrame(owned, dtype="str").assign(entity_id=list(CLIENTS))
    return MetricContext(CanonicalTables(tables), entities, Policy(), Rates({}))


def left_out(kpi: str) -> dict[str, str]:
    context = context_of_two()
    together = context.grouped(context.entities.assign(entity_id="all"), EntityKind.PORTFOLIO)
    lines = rows_behind(context, together, specs()[kpi], QUARTER)[0]
    return dict(zip(lines.rows["line_id"], lines.left_out, strict=True))


def test_rows_of_a_client_without_a_margin_are_in_no_margin_of_the_portfolio() -> None:
    assert left_out("gross_margin") == {"known": "", "unknown": "client_without_value"}


def test_rows_of_every_client_with_a_value_enter() -> None:
    assert left_out("recognised_revenue") == {"known": "", "unknown": ""}
