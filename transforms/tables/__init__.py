"""Every canonical table, described once: warehouse, sources and suites are built from this.

A table is a `TableSpec` at the top of any module in this folder; adding one is adding it there.
"""

from importlib import import_module
from pkgutil import iter_modules

from transforms.tables.spec import CHANGED_AT, LINEAGE, Column, Kind, TableSpec

__all__ = ["CHANGED_AT", "LINEAGE", "TABLES", "Column", "Kind", "TableSpec"]


def _discover() -> dict[str, TableSpec]:
    found: dict[str, TableSpec] = {}
    for module in sorted(iter_modules(__path__), key=lambda item: item.name):
        members = vars(import_module(f"{__name__}.{module.name}"))
        found |= {item.name: item for item in members.values() if isinstance(item, TableSpec)}
    return found


TABLES: dict[str, TableSpec] = _discover()
