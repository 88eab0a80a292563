"""The sheets of a renewal workbook, one file each.

A file here has `ORDER`, its place among the sheets, and `build(brief)`, which returns its
`BuiltSheet`. Dropping the file into this folder, and its title into the catalogues, is all it
takes.
"""

from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from reports.workbook.brief import Brief
from reports.workbook.page import BuiltSheet


class Build(Protocol):
    """The one function of a sheet file."""

    def __call__(self, brief: Brief, /) -> BuiltSheet | None: ...


@dataclass(frozen=True)
class SheetFile:
    """One file of this folder. `key` is its name."""

    key: str
    build: Build


@cache
def sheet_files() -> tuple[SheetFile, ...]:
    """Every file of the folder, in the order of the workbook."""
    names = [item.name for item in iter_modules(__path__)]
    modules = {name: import_module(f"{__name__}.{name}") for name in names}
    ordered = sorted(names, key=lambda name: (modules[name].ORDER, name))
    return tuple(SheetFile(name, modules[name].build) for name in ordered)
