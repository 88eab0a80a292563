"""The audit for whoever examines it."""

import csv
from dataclasses import asdict, fields
from typing import TextIO

from messages.errors import CarteraError
from transforms.core.cells import inert
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
        writer.writerow({name: inert(v) if isinstance(v, str) else v for name, v in said.items()})
    if not store.is_audit_unbroken():
        raise AuditBrokenError
