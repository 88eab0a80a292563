"""How signals gather what speaks for them."""

from collections.abc import Iterable
from datetime import date

from transforms.metrics.kpi import KpiValue
from transforms.signals.model import FigureEvidence, RowEvidence


def below(value: KpiValue, limit: float) -> tuple[FigureEvidence, ...]:
    """The figure as evidence where it has a value under the limit."""
    number = value.value
    return () if number is None or number >= limit else (FigureEvidence(value, limit),)


def above(value: KpiValue, limit: float) -> tuple[FigureEvidence, ...]:
    """The figure as evidence where it has a value over the limit."""
    number = value.value
    return () if number is None or number <= limit else (FigureEvidence(value, limit),)


def newest(rows: Iterable[RowEvidence], most: int = 3) -> tuple[RowEvidence, ...]:
    """The newest rows; of one day, those that stand first."""
    return tuple(sorted(rows, key=_day, reverse=True)[:most])


def oldest(rows: Iterable[RowEvidence], most: int = 3) -> tuple[RowEvidence, ...]:
    """The oldest rows; those without a day last."""
    return tuple(sorted(rows, key=lambda row: row.day or date.max)[:most])


def _day(row: RowEvidence) -> date:
    return row.day or date.min
