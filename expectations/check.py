"""One expectation of a table, what its meta says of it, and what came of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pandas as pd

from transforms.core.canonical import Severity

if TYPE_CHECKING:
    from expectations.engine import Expectation


@dataclass(frozen=True)
class Check:
    """An expectation of one section of a table's suite."""

    table: str
    section: str
    expectation: "Expectation"

    @property
    def meta(self) -> Mapping[str, Any]:
        return self.expectation.meta or {}

    @property
    def rule(self) -> str:
        """The rule's id; its name, reason and clause stand in the catalogues."""
        return self.meta["rule"]

    @property
    def severity(self) -> Severity:
        return Severity(self.meta["severity"])

    @property
    def column(self) -> str:
        """The column to mend; empty where the whole row is at fault."""
        return self.meta.get("column", self.columns[0])

    @property
    def place(self) -> tuple[str, str, str]:
        """What tells it from every other check."""
        return self.rule, self.table, self.column

    @property
    def columns(self) -> tuple[str, ...]:
        """Those that the expectation looks at, without the ones of its row condition."""
        expectation = self.expectation
        if names := getattr(expectation, "column_list", None):
            return tuple(names)
        named = (getattr(expectation, key, None) for key in ("column", "column_A", "column_B"))
        return tuple(str(name) for name in named if name)

    @property
    def facts(self) -> Mapping[str, str]:
        """What the rule's clause in the catalogues is filled with, such as the allowed words."""
        return self.meta.get("facts", {})

    @property
    def evidence(self) -> tuple[str, ...]:
        """Helper columns of the checked frame that belong into the row shown to a person."""
        return tuple(self.meta.get("evidence", ()))

    @property
    def among(self) -> tuple[str, ...]:
        """Where rows may not repeat: those that differ in these columns never meet."""
        return tuple(self.meta.get("among", ()))


@dataclass(frozen=True)
class Verdict:
    """What came of one check."""

    check: Check
    checked: int
    """Rows that the rule applied to."""
    rows: pd.DataFrame
    """The rows at fault, with the index they had in the checked frame."""
