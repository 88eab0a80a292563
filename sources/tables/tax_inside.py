"""Which documents hold their tax inside the amounts of their lines, told by what adds up."""

from dataclasses import dataclass, field, replace
from decimal import Decimal

from sources.mapping.grammar import TaxInside
from sources.readers.opened import ExportFile
from sources.readers.records import Records
from sources.readers.rows import file_records
from sources.values.encoded_column import words_of
from sources.values.numbers import Marks, UnreadableNumberError

_ZERO = Decimal(0)


@dataclass
class _Sums:
    """What the lines of one document add up to, and the total that each of them repeats."""

    amount: Decimal = _ZERO
    tax: Decimal = _ZERO
    total: Decimal = _ZERO

    @property
    def has_tax_inside(self) -> bool:
        """Whether the lines come nearer to the total than to the total without tax."""
        lines, tax, total = abs(self.amount), abs(self.tax), abs(self.total)
        return tax > 0 and abs(total - lines) < abs(total - tax - lines)


@dataclass(frozen=True)
class TaxColumn:
    """The tax of each line whose amount holds it; blank for all other lines."""

    told: TaxInside
    documents: frozenset[str] = field(default=frozenset())
    """Those whose lines hold their tax."""

    def beside(self, records: Records) -> Records:
        keys, taxes = (records.column(name).rows() for name in (self.told.document, self.told.tax))
        inside = [
            tax if key in self.documents else "" for key, tax in zip(keys, taxes, strict=True)
        ]
        column = {self.told.name: words_of(inside)}
        return replace(records, looked_up={**records.looked_up, **column})


def tax_column(file: ExportFile, told: TaxInside) -> TaxColumn:
    """Read the whole file for it: the lines of a document may lie anywhere.

    Raises UnreadableExportError.
    """
    marks = Marks(file.entry.decimal, file.entry.thousands)
    documents: dict[str, _Sums] = {}
    for records in file_records(file, told.columns, ""):
        _add(documents, records, told, marks)
    inside = frozenset(key for key, sums in documents.items() if sums.has_tax_inside)
    return TaxColumn(told, inside)


def _add(documents: dict[str, _Sums], records: Records, told: TaxInside, marks: Marks) -> None:
    columns = (records.column(name).rows() for name in told.columns)
    for key, amount, tax, total in zip(*columns, strict=True):
        sums = documents.setdefault(key, _Sums())
        sums.amount += _number(marks, amount)
        sums.tax += _number(marks, tax)
        sums.total = _number(marks, total)


def _number(marks: Marks, text: str) -> Decimal:
    """0 where it is no number: its row is kept out for that."""
    try:
        return marks.number(text) if text else _ZERO
    except UnreadableNumberError:
        return _ZERO
