"""The sheets of the portfolio workbook, one file each: `ORDER` and `build(book)`."""

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import Protocol

from reports.workbook.page import BuiltSheet
from reports.workbook.portfolio.book import PortfolioFile


class Build(Protocol):
    """The one function of a sheet file."""

    def __call__(self, book: PortfolioFile, /) -> BuiltSheet | None: ...


@cache
def builders() -> tuple[Build, ...]:
    """Every file of the folder, in the order of the workbook."""
    modules = [import_module(f"{__name__}.{item.name}") for item in iter_modules(__path__)]
    return tuple(module.build for module in sorted(modules, key=lambda module: module.ORDER))
