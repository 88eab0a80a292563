"""The suite of a canonical table: what must hold of it, section by section."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from expectations.check import Check
from transforms.tables import TableSpec

if TYPE_CHECKING:
    from expectations.engine import Expectation

THERE, KEPT_OUT, NOWHERE = "there", "kept out", "nowhere"
"""What became of a row that another names."""

UNUSABLE_SHARE, ORPHAN_SHARE = "unusable_share", "orphan_share"
"""Helper columns: of a source's rows those that cannot be used, of a table's those that join
nobody."""


def found(column: str) -> str:
    """The helper column that says what became of the rows that a column names."""
    return f"{column}_found"


@dataclass(frozen=True)
class Suite:
    """One table's expectations, in the order in which they are told.

    Of the faults of a row that is kept out, the first in this order is the one that does it.
    """

    spec: TableSpec
    each_row: Sequence["Expectation"]
    """Of a row by itself, judged as rows come."""
    across_rows: Sequence["Expectation"]
    """Of rows that share something, judged when all have come: the first of them is in order."""
    of_sources: Sequence["Expectation"]
    """Of what became of each source's rows."""
    of_feed: Sequence["Expectation"] = ()
    """Of how many of the table's rows join nobody."""
    across_tables: Sequence["Expectation"] = ()
    """Of rows that name another; helper columns say what became of that one (`found`)."""
    among_kept: Sequence["Expectation"] = ()
    """Of the rows that are left, beside what they must agree with. Nothing is kept out here."""
    beside: tuple[str, ...] = ()
    """The columns that stand beside those rows, made by whoever staged them."""

    @property
    def sections(self) -> Mapping[str, Sequence["Expectation"]]:
        """The expectations by what they are about."""
        return {
            "each_row": self.each_row,
            "across_rows": self.across_rows,
            "of_sources": self.of_sources,
            "of_feed": self.of_feed,
            "across_tables": self.across_tables,
            "among_kept": self.among_kept,
        }

    def checks(self, *sections: str) -> tuple[Check, ...]:
        """The checks of some sections, or of all."""
        return tuple(
            Check(self.spec.name, section, expectation)
            for section in sections or self.sections
            for expectation in self.sections[section]
        )

    @property
    def alone(self) -> tuple[Check, ...]:
        """What is judged without other tables, in the order in which it keeps rows out: that a
        row comes again says more than what is wrong with it."""
        across = self.checks("across_rows")
        again = tuple(check for check in across if check.among)
        return (*again, *self.checks("each_row"), *(item for item in across if item not in again))

    def known_columns(self, section: str) -> frozenset[str]:
        """Every column that an expectation of a section may look at."""
        return frozenset({*self.spec.by_name, *self._helpers(section)})

    def _helpers(self, section: str) -> Iterator[str]:
        match section:
            case "of_sources":
                yield UNUSABLE_SHARE
            case "of_feed":
                yield ORPHAN_SHARE
            case "across_tables":
                yield from (found(item.name) for item in self.spec.columns if item.references)
            case "among_kept":
                yield from self.beside
            case _:
                pass
