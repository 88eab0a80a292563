"""A figure, declared: an amount, or one over another, and the reasons for which it is absent.

    KpiSpec(id="complaints", …, figure=Value(Count(COMPLAINTS)))
    KpiSpec(
        id="complaints_on_time", …,
        figure=Ratio(Count(COMPLAINTS, where=in_time), Count(COMPLAINTS), none=Missing.NO_ROWS),
    )

Value, numerator, denominator, row count and explanation follow from it. A figure that takes more
than that is an `Algorithm`: a function of plain numbers taken from declared rows.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
import pandas as pd

from transforms.core.exact import whole_numbers
from transforms.metrics.amounts import Amount, Selected
from transforms.metrics.asked import Asked
from transforms.metrics.explained import Selection, merged
from transforms.metrics.kpi import Caveat, Figure, Missing, Working
from transforms.metrics.rows import Flags, Numbers, Rows
from transforms.metrics.steps import Minor, Step


@dataclass(frozen=True)
class Absent:
    """A reason for which an entity has no value, whatever its rows come to; one that does not
    hide says why where they come to nothing."""

    why: Missing
    where: Callable[[Asked], Flags]
    hides: bool = True


@dataclass(frozen=True)
class Noted:
    """What must be said beside the value of an entity of which it holds."""

    caveat: Caveat
    where: Callable[[Asked], Flags]
    counted: Callable[[Asked], Numbers] | None = None
    """How many rows it is said of, where their number tells something."""

    def steps(self, asked: Asked) -> tuple[Step, ...]:
        """That number of the one entity, where it holds."""
        if self.counted is None or not self.where(asked).iloc[0]:
            return ()
        return (Step(self.caveat.value, {"rows": int(self.counted(asked).iloc[0])}),)


def has_flagged(rows: Rows, flag: str) -> Callable[[Asked], Flags]:
    """Which entities have one of these rows with the flag."""

    def where(asked: Asked) -> Flags:
        found = rows.kept(asked)
        told = found.loc[found[flag].to_numpy(dtype=np.bool_), "entity"]
        is_told = pd.RangeIndex(len(asked.entities)).isin(told)
        return pd.Series(is_told, index=asked.entities)

    return where


def without(rows: Rows) -> Callable[[Asked], Flags]:
    """Which entities have none of these rows."""
    return lambda asked: rows.counted(asked) == 0


def has_any(rows: Rows) -> Callable[[Asked], Flags]:
    """Which entities have some of these rows."""
    return lambda asked: rows.counted(asked) > 0


@dataclass(frozen=True)
class _Figure:
    of: Amount
    absent: tuple[Absent, ...] = field(default=(), kw_only=True)
    none: Missing = field(default=Missing.NO_ROWS, kw_only=True)
    """Why there is no value where nothing else hides it: of too few rows, or of none."""
    notes: tuple[Noted, ...] = field(default=(), kw_only=True)
    """What is said beside a value, of several the first that holds."""

    def _hidden(self, asked: Asked) -> tuple[np.ndarray, np.ndarray]:
        """By entity: the reason of the first that holds, and whether one that hides does."""
        cases = [_flags(case.where(asked), asked) for case in self.absent]
        names = np.array([*(case.why.value for case in self.absent), ""], dtype=object)
        first = np.select(cases, list(range(len(cases))), len(cases)) if cases else -1
        reasons = np.broadcast_to(names[first], len(asked.entities))
        hiding = [case for case, told in zip(cases, self.absent, strict=True) if told.hides]
        return reasons, np.any([np.zeros(len(asked.entities), np.bool_), *hiding], axis=0)

    def _reasons(
        self, asked: Asked, hidden: np.ndarray, *amounts: tuple[Amount, Numbers]
    ) -> Numbers:
        unrated = np.zeros(len(asked.entities), dtype=np.bool_)
        for amount, numbers in amounts:
            if amount.is_money:
                unrated |= numbers.isna().to_numpy()
        rest = np.where(unrated, Missing.RATE_MISSING.value, self.none.value)
        return pd.Series(np.where(hidden != "", hidden, rest), asked.entities, dtype="object")

    def _note(self, asked: Asked, is_missing: np.ndarray) -> str | Numbers:
        if not self.notes:
            return ""
        cases = [_flags(note.where(asked), asked) & ~is_missing for note in self.notes]
        told = np.select(cases, [note.caveat.value for note in self.notes], "")
        return pd.Series(told, asked.entities, dtype="object")


@dataclass(frozen=True)
class Value(_Figure):
    """An amount by itself."""

    def working(self, asked: Asked) -> Working:
        numbers = self.of.of_entities(asked)
        reasons, hidden = self._hidden(asked)
        known = numbers.mask(hidden)
        return Working(
            known,
            rows=counted(self.of.selected(asked)),
            absent=self._reasons(asked, reasons, (self.of, numbers)),
            note=self._note(asked, known.isna().to_numpy()),
        )

    def explained(self, asked: Asked) -> tuple[Selection, ...]:
        return explained(self.of.selected(asked))


@dataclass(frozen=True)
class Ratio(_Figure):
    """An amount over another; none where that is not above zero."""

    over: Amount

    def working(self, asked: Asked) -> Working:
        part, whole = self.of.of_entities(asked), self.over.of_entities(asked)
        reasons, hidden = self._hidden(asked)
        part = part.mask(hidden)
        unrated = part.isna().to_numpy() & self.of.is_money
        over = whole.mask(hidden | unrated)
        return Working(
            None,
            numerator=part,
            denominator=over,
            rows=counted(self._selected(asked)),
            absent=self._reasons(asked, reasons, (self.of, part), (self.over, whole)),
            note=self._note(asked, ~(over > 0).to_numpy(dtype=np.bool_, na_value=False)),
        )

    def explained(self, asked: Asked) -> tuple[Selection, ...]:
        return explained(self._selected(asked))

    def _selected(self, asked: Asked) -> tuple[Selected, ...]:
        return (*self.over.selected(asked), *self.of.selected(asked))


@dataclass(frozen=True)
class Scaled(_Figure):
    """An amount, its numerator, times a number of each entity, rounded half-even once."""

    by: Callable[[Asked], tuple[Sequence[Fraction | None], Numbers]]
    """The numbers, and by entity why there is none where there is none."""
    years: Callable[[Asked], Sequence[Fraction]] | None = None
    """Of the one entity, what the number adds up, year by year."""

    def steps(self, asked: Asked) -> tuple[Step, ...]:
        """How the value of the one entity comes out of its amount; none where it has none."""
        working = self.working(asked)
        factor = self.by(asked)[0][0]
        if working.value is None or working.numerator is None or factor is None:
            return ()
        if working.value.isna().iloc[0]:
            return ()
        base = int(working.numerator.iloc[0])
        parts = [factor] if self.years is None else self.years(asked)
        return tuple(
            Step(
                "scaled" if self.years is None else "scaled-year",
                {
                    "year": year,
                    "base": Minor(base),
                    "factor": float(part),
                    "number": Minor(round(base * part)),
                },
            )
            for year, part in enumerate(parts, 1)
        )

    def working(self, asked: Asked) -> Working:
        numbers = self.of.of_entities(asked)
        reasons, hidden = self._hidden(asked)
        known = numbers.mask(hidden)
        factors, unknown = self.by(asked)
        scaled = [
            None if factor is None or pd.isna(number) else round(int(number) * factor)
            for number, factor in zip(known, factors, strict=True)
        ]
        value = pd.Series(scaled, asked.entities, dtype="Int64")
        rest = unknown.where(numbers.notna(), Missing.RATE_MISSING.value)
        return Working(
            value,
            numerator=known,
            rows=counted(self.of.selected(asked)),
            absent=rest.where(reasons == "", pd.Series(reasons, asked.entities)),
            note=self._note(asked, value.isna().to_numpy()),
        )

    def explained(self, asked: Asked) -> tuple[Selection, ...]:
        return explained(self.of.selected(asked))


@dataclass(frozen=True)
class ByFeeds:
    """The figure of the first tables that the company has all of, none without any."""

    choices: tuple[tuple[tuple[str, ...], Figure], ...]

    def working(self, asked: Asked) -> Working:
        figure = self.chosen(asked)
        if figure is None:
            nothing = pd.Series(pd.NA, asked.entities, dtype="Int64")
            return Working(nothing, rows=nothing, absent=Missing.FEED_MISSING)
        return figure.working(asked)

    def explained(self, asked: Asked) -> tuple[Selection, ...]:
        figure = self.chosen(asked)
        return () if figure is None else figure.explained(asked)

    def chosen(self, asked: Asked) -> Figure | None:
        """The one that there are tables for."""
        return next(
            (figure for feeds, figure in self.choices if all(map(asked.context.has, feeds))), None
        )


@dataclass(frozen=True)
class Algorithm:
    """A function that takes plain numbers of declared rows to what it comes to by entity."""

    selected: Callable[[Asked], tuple[Selected, ...]]
    compute: Callable[[Asked], Working]
    steps: Callable[[Asked], tuple[Step, ...]] = lambda asked: ()
    """What it did with the numbers of the one entity, where its value does not show it."""

    def working(self, asked: Asked) -> Working:
        return self.compute(asked)

    def explained(self, asked: Asked) -> tuple[Selection, ...]:
        return explained(self.selected(asked))


def explained(selected: Iterable[Selected]) -> tuple[Selection, ...]:
    """The rows of each table, those first that the figure is of; a row that enters in any window
    or part of it entered."""
    return merged(
        part.explained(asked)
        for rows, asked in _once(selected)
        for part in (rows, *rows.beside)
        if part is rows or asked.context.has(part.table)
    )


def counted(selected: Iterable[Selected]) -> Numbers:
    """How many rows enter: one that enters in several windows once."""
    windows: dict[object, list[Selected]] = {}
    for rows, asked in _once(selected):
        if rows.is_counted:
            windows.setdefault(rows.identity, []).append((rows, asked))
    found = [_in_any(parts) for parts in windows.values()]
    return sum(found[1:], found[0])


def _in_any(windows: Sequence[Selected]) -> Numbers:
    """Of one list of rows in several windows, how many are in any of them."""
    rows, asked = windows[0]
    if len(windows) == 1:
        return rows.counted(asked)
    kept = [part.kept(window) for part, window in windows]
    places = np.concatenate([part.index.to_numpy(dtype=np.int64) for part in kept])
    entity = np.full(int(places.max(initial=-1)) + 1, -1)
    entity[places] = np.concatenate([whole_numbers(part["entity"]) for part in kept])
    found = np.bincount(entity[entity >= 0], minlength=len(asked.entities))
    return pd.Series(found, index=asked.entities)


def _once(selected: Iterable[Selected]) -> Iterable[Selected]:
    """Each list of rows of a window once."""
    return {(rows.identity, asked.period): (rows, asked) for rows, asked in selected}.values()


def _flags(flags: Flags, asked: Asked) -> np.ndarray:
    return flags.reindex(asked.entities).to_numpy(dtype=np.bool_, na_value=False)
