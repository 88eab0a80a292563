"""XlsxWriter's workbook, kept as its parts: whoever packs them compresses them once."""

# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false, reportPrivateUsage=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# XlsxWriter ships no stubs and annotates part of itself.

from functools import cache
from io import BytesIO

from xlsxwriter.packager import Packager
from xlsxwriter.workbook import Workbook
from xlsxwriter.worksheet import Worksheet

_OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}


class _KeptParts(Packager):
    """Keeps what it made and hands nothing on to be compressed."""

    parts: dict[str, bytes]

    def _create_package(self) -> list[object]:
        self.parts = {
            name: content.getvalue() if is_binary else content.getvalue().encode()
            for content, name, is_binary in super()._create_package()
        }
        return []


class Page(Worksheet):
    """A sheet. The same formulas return in every client's workbook and are prepared once."""

    def _prepare_formula(self, formula: str, expand_future_functions: bool = False) -> str:
        return _prepared(formula, expand_future_functions)


@cache
def _prepared(formula: str, expand_future_functions: bool) -> str:
    return Worksheet()._prepare_formula(formula, expand_future_functions)


class WrittenBook(Workbook):
    """A workbook of which nothing is written to a file."""

    def __init__(self) -> None:
        super().__init__(BytesIO(), _OPTIONS)
        self._packager = _KeptParts()

    def _get_packager(self) -> Packager:
        return self._packager

    def parts(self) -> dict[str, bytes]:
        """Closes the book; its parts by name, in the order they belong in."""
        self.close()
        return self._packager.parts
