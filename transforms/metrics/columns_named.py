"""Whether rows have the columns that a figure names, looked at without any row."""

import dis
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from types import FunctionType
from typing import cast

import pandas as pd

from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.metrics.amounts import OfRows
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Algorithm
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.rows import Adds, Rows, Within
from transforms.tables import TABLES

_SUBSCRIPT = ("BINARY_SUBSCR", "BINARY_OP")


@dataclass(frozen=True)
class UnknownColumn:
    """A column that rows of a table do not have."""

    table: str
    column: str


class _NoRows(Mapping[str, pd.DataFrame]):
    """Every table, without rows; each is made when it is asked for."""

    def __init__(self) -> None:
        self._made: dict[str, pd.DataFrame] = {}

    def __getitem__(self, name: str) -> pd.DataFrame:
        if name not in self._made:
            self._made[name] = TABLES[name].empty()
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(TABLES)

    def __len__(self) -> int:
        return len(TABLES)


def _nobody() -> Asked:
    entities = pd.DataFrame(columns=["account_id", "entity_id", "currency"], dtype="str")
    context = MetricContext(CanonicalTables(_NoRows()), entities, Policy(), Rates({}))
    return Asked(context, Period.parse("2026-Q3"))


@dataclass(frozen=True)
class ColumnLook:
    """Looks at figures one after the other; what they share is looked at once."""

    asked: Asked = field(default_factory=_nobody)
    _made: dict[object, pd.DataFrame] = field(default_factory=dict)

    def unknown(self, figure: object) -> UnknownColumn | None:
        """The first column that a figure names and its rows do not have.

        Of what a condition computes, the columns that it takes of its rows by name are looked at.
        """
        for part in _parts(figure, self.asked):
            rows = part.of if isinstance(part, OfRows) else part
            try:
                has = {*self._of(rows).columns, *(c.name for c in TABLES[rows.table].all_columns)}
            except _UnknownError as error:
                return error.found
            lacking = next((name for name in _named(part) if name not in has), None)
            if lacking is not None:
                return UnknownColumn(rows.table, lacking)
        return None

    def _of(self, rows: Rows) -> pd.DataFrame:
        """None of these rows, with the columns that they have."""
        if rows.identity not in self._made:
            self._made[rows.identity] = self._made_anew(rows)
        return self._made[rows.identity]

    def _made_anew(self, rows: Rows) -> pd.DataFrame:
        try:
            if rows.before is None or rows.step is None:
                return rows.every(self.asked)
            before = self._of(rows.before)
            if isinstance(rows.step, Adds):
                return rows.step.of(before, self.asked)
        except KeyError as error:
            raise _UnknownError(UnknownColumn(rows.table, str(error.args[0]))) from error
        step = rows.step
        named = (step.day,) if isinstance(step, Within) else _taken_by(step.said)
        for name in named:
            if name not in before:
                raise _UnknownError(UnknownColumn(rows.table, name))
        return before


def _named(part: Rows | OfRows) -> tuple[str, ...]:
    if isinstance(part, Rows):
        return (*part.shown, *part.amounts)
    where = getattr(part, "where", None)
    return (*part.columns, *(_taken_by(where) if where else ()))


class _UnknownError(Exception):
    def __init__(self, found: UnknownColumn) -> None:
        super().__init__(found)
        self.found = found


def _taken_by(condition: Callable[..., object]) -> Iterator[str]:
    """The columns that a condition takes by name of its rows, which it is given first."""
    if not isinstance(condition, FunctionType) or not condition.__code__.co_argcount:
        return
    code, cells = condition.__code__, condition.__closure__ or ()
    known = {name: cell.cell_contents for name, cell in zip(code.co_freevars, cells, strict=True)}
    steps = list(dis.get_instructions(code))
    for rows, key, taken in zip(steps, steps[1:], steps[2:], strict=False):
        is_of_rows = rows.argval == code.co_varnames[0] and rows.opname.startswith("LOAD_")
        said = key.argval if key.opname == "LOAD_CONST" else known.get(key.argval)
        if is_of_rows and taken.opname in _SUBSCRIPT and isinstance(said, str):
            yield said


def _parts(item: object, asked: Asked) -> Iterator[Rows | OfRows]:
    """Every list of rows that a declaration is made of, and what is taken of it."""
    if isinstance(item, tuple):
        for each in cast("tuple[object, ...]", item):
            yield from _parts(each, asked)
    elif isinstance(item, Rows):
        yield item
        yield from item.beside
    elif isinstance(item, Algorithm):
        for rows, _ in item.selected(asked):
            yield from _parts(rows, asked)
    elif is_dataclass(item):
        if isinstance(item, OfRows):
            yield item
        for each in fields(item):
            yield from _parts(getattr(item, each.name), asked)
