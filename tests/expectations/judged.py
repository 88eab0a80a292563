"""A sound delivery, and what is found wrong with one."""

import pandas as pd
from collected import Judged as ValidationReport
from collected import validate
from delivered import account, invoice, line, payment, rows

from transforms.core.canonical import CanonicalTables

CLEAN = {
    "accounts": rows("accounts", account("A"), account("B", parent_account_id="A")),
    "invoices": rows("invoices", invoice("I1"), invoice("I2", account_id="B"), source="billing"),
    "invoice_lines": rows(
        "invoice_lines",
        line("L1", "I1", net_minor=6_000),
        line("L2", "I1", net_minor=4_000),
        line("L3", "I2", account_id="B"),
        source="billing",
    ),
    "payments": rows(
        "payments", payment("P1", "I1"), payment("P2", "I2", account_id="B"), source="billing"
    ),
}


def judged(known: dict[str, frozenset[str]] | None = None, **tables: pd.DataFrame):
    return validate(CanonicalTables(tables), known or {})


def faults(report: ValidationReport) -> set[tuple[str, int, str, str]]:
    """File, line, rule and severity of each fault."""
    columns = ["source_file", "source_line", "rule", "severity"]
    return set(report.quarantine[columns].itertuples(index=False, name=None))
