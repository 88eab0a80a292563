"""Which rows of a table count, said once: figures are taken from them, and explained by them.

    TICKETS = Rows("tickets", lambda context: context.accounts.tickets, shown=("status",))
    FILED = TICKETS.but(LeftOut.DELETED, is_deleted).within("created_day")

Every step names the rows that it leaves out and why. `kept` gives what is left, for all entities
of a context at once; `explained` gives every row of one entity, entered or with the reason of the
first step that left it out.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.core.exact import month_number, sums, whole_numbers
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut, Selection
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.month_sums import month_sums
from transforms.tables import TABLES

BY_MONTH = ["account", "currency", "month"]
Flags = pd.Series
"""Booleans, one a row; a missing one is False."""
Numbers = pd.Series
"""By entity id."""


@dataclass(frozen=True, eq=False)
class Rows:
    """Some rows of a canonical table.

    `source` gives all of them, whoever's, in the table's order, with `account_id` and what is
    measured of each; or those of the context's entities, with `entity`, where a table's rows are
    theirs by something else. `shown` are the columns that matter for the figure.
    """

    table: str
    source: Callable[[MetricContext], pd.DataFrame]
    shown: tuple[str, ...] = ()
    amounts: tuple[str, ...] = ()
    """Columns that are added up by month."""
    beside: tuple["Rows", ...] = ()
    """Rows that are explained with these and not counted, such as the payments of an invoice."""
    before: "Rows | None" = None
    step: "Step | None" = None
    is_counted: bool = True
    """Whether they are source rows of the figure, which a setting such as a target is not."""
    is_dated: bool = False
    """Whether which rows they are depends on the period."""

    def but(self, why: LeftOut, where: Callable[[pd.DataFrame], Flags]) -> "Rows":
        """Without the rows of which this holds, in any period."""
        return self._after(LeavesOut(why, lambda rows, _: where(rows), where), is_dated=False)

    def but_then(self, why: LeftOut, where: Callable[[pd.DataFrame, Asked], Flags]) -> "Rows":
        """Without the rows of which this holds in the period asked for."""
        return self._after(LeavesOut(why, where, where), is_dated=True)

    def within(self, day: str, why: LeftOut = LeftOut.OUTSIDE_PERIOD) -> "Rows":
        """Only those whose day, without zone, lies in the period; a missing day does not."""
        return self._after(Within(why, day), is_dated=True)

    def adding(self, measure: Callable[[pd.DataFrame, Asked], pd.DataFrame]) -> "Rows":
        """The same rows with columns that depend on the period."""
        return self._after(Adds(measure), is_dated=True)

    def taking(self, *columns: str) -> "Rows":
        """The same rows with these columns alone, so that few are copied from step to step."""
        wanted = [*columns, "account", "entity"]
        return self._after(Adds(lambda rows, _: rows[wanted]), is_dated=False)

    def showing(self, *columns: str, beside: tuple["Rows", ...] = ()) -> "Rows":
        """The same rows, explained by other columns, and beside other tables' rows."""
        return replace(self, shown=columns, beside=beside)

    def _after(self, step: "Step", *, is_dated: bool) -> "Rows":
        dated = self.is_dated or is_dated
        return replace(self, before=self, step=step, is_dated=dated)

    def kept(self, asked: Asked) -> pd.DataFrame:
        """The rows that count, with `account` and `entity`: the places of theirs among the
        context's."""
        key = (self.identity, asked.period if self.is_dated else None)
        return asked.context.once(key, lambda: self._kept(asked))

    @property
    def identity(self) -> object:
        """What two lists of the same rows, shown by different columns, have in common."""
        return self.source if self.before is None or self.step is None else self.step

    def _kept(self, asked: Asked) -> pd.DataFrame:
        if self.before is None or self.step is None:
            return self.every(asked)
        rows = self.before.kept(asked)
        return self.step.of(rows, asked)

    def every(self, asked: Asked) -> pd.DataFrame:
        """All of the table's, before any step."""
        rows = self.source(asked.context)
        return rows if "entity" in rows else asked.context.placed(rows)

    def counted(self, asked: Asked) -> Numbers:
        """How many of them each entity has; 0 where it has none."""
        key = (self.identity, "counted", asked.period if self.is_dated else None)
        return asked.context.once(key, lambda: self._counted(asked))

    def _counted(self, asked: Asked) -> Numbers:
        size = len(asked.entities)
        if self.is_by_month and asked.period.months:
            months = self.by_month(asked)
            window = [month_number(asked.period.start), month_number(asked.period.end)]
            found = months.iloc[slice(*np.searchsorted(months["month"].to_numpy(), window))]
            total = sums(whole_numbers(found["entity"]), whole_numbers(found["rows"]), size)
        else:
            total = np.bincount(whole_numbers(self.kept(asked)["entity"]), minlength=size)
        return pd.Series(total, index=asked.entities)

    @property
    def is_by_month(self) -> bool:
        """Whether their day alone makes them those of a period: months are worked out once then."""
        is_dated = self.before is None or self.before.is_dated
        return isinstance(self.step, Within) and not is_dated

    def by_month(self, asked: Asked) -> pd.DataFrame:
        """Of all periods, by account, currency and month of their day, in the months' order: the
        sum of each of `amounts`, and how many `rows`."""
        return asked.context.once((self.identity, "by month"), lambda: self._by_month(asked))

    def _by_month(self, asked: Asked) -> pd.DataFrame:
        if not isinstance(self.step, Within) or self.before is None:
            raise TypeError(f"rows of {self.table} are not of a period by their day")
        rows = self.before.kept(asked)
        return asked.context.with_currencies(month_sums(rows, self.step.day, self.amounts))

    def explained(self, asked: Asked) -> Selection:
        """Every row of the context's one entity, entered or left out, and why."""
        every = self.every(asked)
        why = pd.Series("", index=every.index, dtype="object")
        rows = every
        for step in self._steps():
            after = step.of(rows, asked)
            why[rows.index.difference(after.index)] = step.why
            rows = after
        own = [column.name for column in TABLES[self.table].all_columns]
        whole = every if set(own) <= set(every.columns) else asked.context.rows(self.table)
        extra = [name for name in self.shown if name not in own]
        beside = rows[extra].convert_dtypes().reindex(every.index)
        together = pd.concat([whole[own], beside], axis=1)
        return Selection(self.table, together, why.astype("str"), self.shown)

    def _steps(self) -> "tuple[Step, ...]":
        before = () if self.before is None else self.before._steps()
        return before if self.step is None else (*before, self.step)


@dataclass(frozen=True, eq=False)
class LeavesOut:
    """The step that keeps the rows of which `where` does not hold."""

    why: LeftOut
    where: Callable[[pd.DataFrame, Asked], Flags]
    said: Callable[..., Flags]
    """The condition as the declaration says it."""

    def of(self, rows: pd.DataFrame, asked: Asked) -> pd.DataFrame:
        is_out: npt.NDArray[np.bool_] = self.where(rows, asked).to_numpy(np.bool_, na_value=False)
        return rows[~is_out] if is_out.any() else rows  # millions that all count are not copied


@dataclass(frozen=True, eq=False)
class Within:
    """The step that keeps the rows of a period by their `day`."""

    why: LeftOut
    day: str

    def of(self, rows: pd.DataFrame, asked: Asked) -> pd.DataFrame:
        days = rows[self.day]
        is_in = (days >= pd.Timestamp(asked.period.start)) & (days < asked.end)
        return rows.loc[is_in.to_numpy(dtype=np.bool_, na_value=False)]


@dataclass(frozen=True, eq=False)
class Adds:
    """The step that leaves out no row and changes their columns."""

    measure: Callable[[pd.DataFrame, Asked], pd.DataFrame]
    why: str = ""

    def of(self, rows: pd.DataFrame, asked: Asked) -> pd.DataFrame:
        return self.measure(rows, asked)


Step = LeavesOut | Within | Adds
