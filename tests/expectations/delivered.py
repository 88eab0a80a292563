"""Tiny canonical tables, written down in the tests that use them."""

import pandas as pd

from transforms.tables import TABLES, Kind

Row = dict[str, object]


def rows(table: str, *given: Row, source: str = "crm") -> pd.DataFrame:
    """A canonical table of these rows; the first stands in line 2 of `<source>/<table>.csv`."""
    lineage = {"source": source, "source_file": f"{source}/{table}.csv"}
    frame = pd.DataFrame([{**lineage, "source_line": n, **row} for n, row in enumerate(given, 2)])
    for name in frame.columns:
        match TABLES[table].by_name[str(name)].kind:
            case Kind.DATE:
                frame[name] = pd.to_datetime(frame[name])
            case Kind.TIMESTAMP:
                frame[name] = pd.to_datetime(frame[name], utc=True)
            case _:
                pass
    return TABLES[table].conform(frame)


def account(key: str, **changes: object) -> Row:
    return {"account_id": key, "account_name": f"Client {key}", "currency": "MXN", **changes}


def invoice(key: str, **changes: object) -> Row:
    """100.00 and 16.00 of tax, paid, of account A."""
    return {
        "invoice_id": key,
        "account_id": "A",
        "document_kind": "invoice",
        "status": "paid",
        "issue_date": "2026-07-01",
        "due_date": "2026-07-31",
        "currency": "MXN",
        "net_minor": 10_000,
        "tax_minor": 1_600,
        "total_minor": 11_600,
        **changes,
    }


def credit_note(key: str, of: str, **changes: object) -> Row:
    """What takes such an invoice back whole."""
    money = {"net_minor": -10_000, "tax_minor": -1_600, "total_minor": -11_600}
    kind = {"document_kind": "credit_note", "credited_invoice_id": of, "due_date": None}
    return invoice(key, **money, **kind) | changes


def line(key: str, of: str, **changes: object) -> Row:
    """A line of 100.00."""
    return {
        "line_id": key,
        "invoice_id": of,
        "account_id": "A",
        "net_minor": 10_000,
        "currency": "MXN",
        **changes,
    }


def payment(key: str, of: str, **changes: object) -> Row:
    """116.00 received."""
    return {
        "payment_id": key,
        "account_id": "A",
        "invoice_id": of,
        "payment_kind": "payment",
        "status": "succeeded",
        "paid_date": "2026-07-15",
        "amount_minor": 11_600,
        "currency": "MXN",
        **changes,
    }
