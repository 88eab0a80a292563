"""How a figure comes out of its rows: each number that enters it, and what it is made of.

    for step in steps_of(spec.figure, asked):
        step.code, step.facts          # "sum", {"number": 3, "rows": 2, "column": "events", …}

The one entity of the context is explained. Steps of a value add up to it; of a ratio, those of its
`part` to the numerator and the others to the denominator; of a scaled amount, those of its `base`
to the amount, which the further ones multiply.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

import pandas as pd

from transforms.core.periods import Period
from transforms.metrics.amounts import (
    Amount,
    Count,
    Largest,
    Less,
    Money,
    Over,
    Quantile,
    Selected,
    Smallest,
    Sum,
)
from transforms.metrics.asked import Asked
from transforms.metrics.figures import Algorithm, ByFeeds, Ratio, Scaled, Value
from transforms.metrics.kpi import Figure
from transforms.metrics.steps import Fact, Minor, Step

_CODES: Mapping[type, str] = {
    Count: "count",
    Sum: "sum",
    Largest: "largest",
    Smallest: "smallest",
    Quantile: "quantile",
    Money: "money",
}


@runtime_checkable
class Stepped(Figure, Protocol):
    """A figure that tells itself what it does with its numbers."""

    def steps(self, asked: Asked) -> tuple[Step, ...]: ...


@dataclass(frozen=True)
class _Place:
    """Where an amount stands in a figure."""

    role: str
    sign: int = 1


def steps_of(figure: Figure, asked: Asked) -> tuple[Step, ...]:
    """Of the context's one entity."""
    match figure:
        case Value():
            beside = (step for note in figure.notes for step in note.steps(asked))
            return (*_steps(figure.of, asked, _Place("value")), *beside)
        case Ratio():
            part = _steps(figure.of, asked, _Place("part"))
            return (*part, *_steps(figure.over, asked, _Place("whole")))
        case Scaled():
            return (*_steps(figure.of, asked, _Place("base")), *figure.steps(asked))
        case ByFeeds():
            chosen = figure.chosen(asked)
            return steps_of(chosen, asked) if chosen else ()
        case Stepped():
            return figure.steps(asked)
        case _:
            return ()


def windows_of(figure: Figure, asked: Asked) -> tuple[Period, ...]:
    """The periods that rows of a figure are taken of; none where its declaration does not say."""
    return tuple(dict.fromkeys(at.period for _, at in selected_of(figure, asked)))


def selected_of(figure: Figure, asked: Asked) -> tuple[Selected, ...]:
    """The rows that a figure is taken of, each with its window; none where its declaration does
    not say."""
    match figure:
        case Value() | Scaled():
            return figure.of.selected(asked)
        case Ratio():
            return (*figure.of.selected(asked), *figure.over.selected(asked))
        case Algorithm():
            return figure.selected(asked)
        case ByFeeds():
            chosen = figure.chosen(asked)
            return selected_of(chosen, asked) if chosen else ()
        case _:
            return ()


def _steps(amount: Amount, asked: Asked, place: _Place) -> Iterator[Step]:
    if isinstance(amount, Over):
        yield from _steps(amount.amount, asked.over(amount.window(asked.period)), place)
    elif isinstance(amount, Less):
        yield from _steps(amount.amount, asked, place)
        for other in amount.others:
            yield from _steps(other, asked, _Place(place.role, -place.sign))
    else:
        yield Step(_CODES.get(type(amount), "amount"), _facts(amount, asked, place))


def _facts(amount: Amount, asked: Asked, place: _Place) -> Mapping[str, Fact]:
    number = amount.of_entities(asked).iloc[0]
    known: Fact = "" if pd.isna(number) else float(number)
    if amount.is_money and known != "":
        known = Minor(int(number))
    selected = amount.selected(asked)
    rows = sum(int(found.counted(at).iloc[0]) for found, at in selected)
    told: dict[str, Fact] = {
        "role": place.role,
        "sign": place.sign,
        "number": known,
        "rows": rows,
        "table": ", ".join(dict.fromkeys(found.table for found, _ in selected)),
        "period": str(asked.period),
    }
    if column := getattr(amount, "column", ""):
        told["column"] = str(column)
    if isinstance(amount, Quantile):
        told["share"] = amount.share
    return told
