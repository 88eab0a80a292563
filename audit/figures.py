"""The queries, and what they say of a company's exports."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import isnan
from pathlib import Path

import duckdb

_ROOM = Path(__file__).parent


@dataclass(frozen=True)
class Span:
    """The days `[first, after)` of a period, as `2026-Q3`, `2026-08` or `2026-W39`."""

    name: str

    @property
    def first(self) -> date:
        year, part = self.name.split("-")
        if part.startswith("W"):
            return date.fromisocalendar(int(year), int(part[1:]), 1)
        month = 3 * int(part[1]) - 2 if part.startswith("Q") else int(part)
        return date(int(year), month, 1)

    @property
    def after(self) -> date:
        if "W" in self.name:
            return self.first + timedelta(days=7)
        months = 3 if "Q" in self.name else 1
        return (self.first + timedelta(days=31 * months)).replace(day=1)


@dataclass(frozen=True)
class Company:
    """Where one delivery lies, and what the settings say of the company."""

    landing: Path
    known: date
    """The day of the delivery."""
    time_zone: str
    currency: str


Answers = dict[tuple[str, str, str], float | None]
"""By kind of entity, entity and figure; None where a query finds no value."""


def audited() -> tuple[str, ...]:
    """The figures that have a query."""
    return tuple(sorted(path.stem for path in (_ROOM / "queries").glob("*.sql")))


class Auditor:
    """A company's exports, ready to be asked."""

    def __init__(self, company: Company) -> None:
        self._base = duckdb.connect()
        views = sorted((_ROOM / "views").glob("*.sql"))
        text = "\n".join(path.read_text(encoding="utf-8") for path in views)
        told = {"landing": str(company.landing), "zone": company.time_zone}
        for name, value in (told | {"reporting": company.currency}).items():
            text = text.replace(f"${name}", value.replace("'", "''"))
        self._set("first", "DATE '2000-01-01'")
        self._set("after", "DATE '2000-01-01'")
        self._set("known", f"DATE '{company.known}'")
        self._base.execute(text)
        queries = {
            name: (_ROOM / "queries" / f"{name}.sql").read_text("utf-8") for name in audited()
        }
        # Some are made of others, as `figure_nps`: these come first.
        for name, query in sorted(queries.items(), key=lambda item: "figure_" in item[1]):
            self._base.execute(f"CREATE VIEW figure_{name} AS {query}")

    def _set(self, name: str, value: str) -> None:
        self._base.execute(f"SET VARIABLE {name} = {value}")

    def answers(self, span: Span) -> Answers:
        """Every audited figure of every client, manager, team, segment and all together."""
        self._set("first", f"DATE '{span.first}'")
        self._set("after", f"DATE '{span.after}'")
        found: Answers = {}
        for figure in audited():
            for entity, value in self._rows(figure):
                kind, _, key = entity.partition(" ")
                found[kind, key, figure] = value
        return found

    def _rows(self, figure: str) -> Iterator[tuple[str, float | None]]:
        """A value, or a fraction that is one where its denominator is above zero."""
        result = self._base.execute(f"FROM figure_{figure}")
        names = [column[0] for column in result.description or ()]
        for row in result.fetchall():
            told = dict(zip(names, row, strict=True))
            value = _fraction(told) if "denominator" in told else told["value"]
            if told["entity_id"] is not None:
                number = None if value is None else float(value)
                yield str(told["entity_id"]), None if number is None or isnan(number) else number


def _fraction(told: dict[str, object]) -> float | None:
    over, part = told["denominator"], told["numerator"]
    if over is None or part is None or float(str(over)) <= 0:
        return None
    return float(str(part)) / float(str(over))
