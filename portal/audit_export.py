"""The audit for whoever examines it."""

import csv
from dataclasses import asdict, fields
from typing import TextIO

from messages.errors import CarteraError
from warehouse.portal.records import AuditEntry
from warehouse.portal.store import PortalStore


class AuditBrokenError(CarteraError):
    """An entry does not follow from the one before."""

    code = "failure-audit-broken"


def write_audit(store: PortalStore, out: TextIO) -> None:
    """Every entry as CSV, oldest first; raises AuditBrokenError where the chain is broken."""
    writer = csv.DictWriter(out, [field.name for field in fields(AuditEntry)], lineterminator="\n")
    writer.writeheader()
    for entry in store.audit():
        said = asdict(entry) | {"at": entry.at.isoformat()}
        writer.writerow({name: _unrun(value) for name, value in said.items()})
    if not store.is_audit_unbroken():
        raise AuditBrokenError


def _unrun(value: object) -> object:
    """A text that a spreadsheet would run as a formula, marked as text."""
    is_formula = isinstance(value, str) and value.startswith(("=", "+", "-", "@", "\t", "\r"))
    return f"'{value}" if is_formula else value
