"""What all clients are like: the frozen snapshot that figures comparing with others read.

It is taken once for a period, before any client's figure that needs it, from everybody's values
as known at the cut-off. So those figures are the same whichever clients are looked at, and no
other figure depends on anybody else.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Self

import pandas as pd

from transforms.core.periods import Period
from transforms.renewals.decided import DecidedCurve


@dataclass(frozen=True)
class ProductNorm:
    """What clients of a segment pay for a product, and how many of them have it."""

    median_minor: Fraction
    """A year, in the company's reporting currency, of those that have it."""
    owners: int


@dataclass(frozen=True)
class SegmentNorm:
    """What clients of one segment are like; money in the company's reporting currency."""

    subscribers: int
    """Clients with a paying subscription at the valuation date."""
    active_before: int
    retained: int
    """Of those active twelve months before, the ones that still are."""
    margin_clients: int
    """Clients whose contribution over twelve months is known."""
    revenue_minor: int
    contribution_minor: int
    products: Mapping[str, ProductNorm]
    standings: Mapping[str, tuple[float, ...]] = field(default_factory=dict[str, tuple[float, ...]])
    """By figure, the values of all clients that have one, in ascending order and without names."""

    def retention(self, fewest: int) -> Fraction | None:
        """Client retention over twelve months; None where too few clients speak for it."""
        if self.active_before < fewest or not self.active_before:
            return None
        return Fraction(self.retained, self.active_before)

    def margin(self, fewest: int) -> Fraction | None:
        """Contribution margin over twelve months; None where too few clients speak for it."""
        if self.margin_clients < fewest or self.revenue_minor <= 0:
            return None
        return Fraction(self.contribution_minor, self.revenue_minor)

    def eligible(self, fewest: int) -> Mapping[str, ProductNorm]:
        """Products that enough clients of the segment have, to expect others to want them."""
        return {key: norm for key, norm in self.products.items() if norm.owners >= fewest}


@dataclass(frozen=True)
class Traits:
    """What a snapshot is taken from, of some clients: each frame with their `segment`.

    `year` are contributions over twelve months, `stayed` client retention over twelve months,
    `owned` what clients pay a year for a product, all in the company's reporting currency;
    `measured` are the figures that clients are set beside each other by.
    """

    segments: frozenset[str]
    year: pd.DataFrame
    stayed: pd.DataFrame
    owned: pd.DataFrame
    measured: pd.DataFrame


@dataclass(frozen=True)
class Population:
    """The snapshots of some periods: norms by segment."""

    snapshots: Mapping[str, Mapping[str, SegmentNorm]]
    currency: str
    """The company's reporting currency."""
    decided: DecidedCurve | None = None
    """How renewals of all clients went that are decided; None where too few are."""

    @classmethod
    def of(
        cls,
        currency: str,
        traits: Mapping[str, Sequence[Traits]],
        decided: DecidedCurve | None = None,
    ) -> Self:
        """From what is known, by period, of all clients, some of them at a time."""
        snapshots = {period: _snapshot(parts) for period, parts in traits.items()}
        return cls(snapshots, currency, decided)

    def at(self, period: Period) -> Mapping[str, SegmentNorm]:
        """The norms of a period by segment; raises KeyError where it was not taken."""
        return self.snapshots[str(period)]


def _snapshot(traits: Sequence[Traits]) -> Mapping[str, SegmentNorm]:
    year = pd.concat([part.year for part in traits], ignore_index=True)
    stayed = pd.concat([part.stayed for part in traits], ignore_index=True)
    owned = pd.concat([part.owned for part in traits], ignore_index=True)
    measured = pd.concat([part.measured for part in traits], ignore_index=True)
    frames = (year, stayed, owned, measured)
    return {
        name: _norm(*(frame[frame["segment"] == name] for frame in frames))
        for name in sorted({name for part in traits for name in part.segments})
    }


def _norm(
    year: pd.DataFrame, stayed: pd.DataFrame, owned: pd.DataFrame, measured: pd.DataFrame
) -> SegmentNorm:
    known = year[year["value"].notna()]
    judged = stayed[stayed["value"].notna()]
    return SegmentNorm(
        subscribers=int(owned["entity_id"].nunique()),
        active_before=int(judged["denominator"].sum()),
        retained=int(judged["numerator"].sum()),
        margin_clients=len(known),
        revenue_minor=int(known["denominator"].sum()),
        contribution_minor=int(known["numerator"].sum()),
        products={
            str(product): ProductNorm(_median(rows["yearly_minor"]), len(rows))
            for product, rows in owned.groupby("product_id")
        },
        standings={
            str(kpi): tuple(sorted(float(value) for value in rows["value"]))
            for kpi, rows in measured[measured["value"].notna()].groupby("kpi")
        },
    )


def _median(amounts: pd.Series) -> Fraction:
    """The middle one, or the mean of the two in the middle.

    >>> _median(pd.Series([300, 100, 201, 100]))
    Fraction(301, 2)
    """
    ordered = sorted(int(amount) for amount in amounts)
    middle = len(ordered) // 2
    return Fraction(ordered[middle] + ordered[-middle - 1], 2)
