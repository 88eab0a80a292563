"""What all clients are like: the frozen snapshot that figures comparing with others read.

It is taken once for a period, before any client's figure that needs it, from everybody's rows
as known at the cut-off. So those figures are the same whichever clients are looked at, and no
other figure depends on anybody else.
"""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Self, TypeVar

import pandas as pd

from transforms.billing.recurring import recurring_on
from transforms.core.exact import whole_numbers
from transforms.core.periods import Period
from transforms.core.rates import RateKind
from transforms.kpis import compute_all
from transforms.metrics.kpi import Missing
from transforms.metrics.kpi_frame import Numbers
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.subtotals import in_entity_currency

T = TypeVar("T")


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
class Population:
    """The snapshots of some periods: norms by segment."""

    snapshots: Mapping[str, Mapping[str, SegmentNorm]]
    currency: str
    """The company's reporting currency."""

    @classmethod
    def of(cls, currency: str, parts: Iterable[MetricContext], periods: Collection[Period]) -> Self:
        """Take it from all clients, some of them at a time, each shown in the reporting
        currency."""
        traits = [{str(item): _traits(part, item) for item in periods} for part in parts]
        snapshots = {name: _snapshot([part[name] for part in traits]) for name in map(str, periods)}
        return cls(snapshots, currency)

    def at(self, period: Period) -> Mapping[str, SegmentNorm]:
        """The norms of a period by segment; raises KeyError where it was not taken."""
        return self.snapshots[str(period)]


def norm_of(context: MetricContext, period: Period, entity: str) -> SegmentNorm | None:
    """What the clients of an entity's segment are like; None where it names none."""
    segment = segments(context).get(entity)
    if context.population is None or not isinstance(segment, str):
        return None
    return context.population.at(period).get(segment)


def from_norms(
    context: MetricContext, period: Period, part: Callable[[SegmentNorm], T | None]
) -> tuple[list[T | None], Numbers]:
    """A part of its segment's norm for every entity, and why there is none where there is not."""
    norms: Mapping[str, SegmentNorm] = context.population.at(period) if context.population else {}
    parts = {name: part(norm) for name, norm in norms.items()}
    named = segments(context).fillna("").to_list()
    reasons = [Missing.TOO_FEW_CLIENTS if name else Missing.NO_SEGMENT for name in named]
    words = pd.Series(
        [reason.value for reason in reasons], context.currencies.index, dtype="object"
    )
    return [parts.get(name) for name in named], words


def segments(context: MetricContext) -> "pd.Series[str]":
    """The segment that each entity's own account names, by entity id; missing where none."""
    accounts = context.tables.rows("accounts")
    named = accounts.drop_duplicates("account_id").set_index("account_id")["segment"]
    return named.reindex(context.currencies.index)


def owned_products(context: MetricContext, period: Period) -> pd.DataFrame:
    """`entity`, `product_id` and `yearly_minor` (in the entity's currency) of what each pays for
    at the valuation date, recurring products of the price list only.

    What has no rate is left out: it cannot be in a median.
    """
    running = products_running(context, period)
    month = period.valuation_date.year * 12 + period.valuation_date.month - 1
    keys = ["account_id", "product_id", "entity", "entity_currency", "currency"]
    summed = pd.DataFrame(running.groupby(keys, as_index=False)[["yearly_minor"]].sum())
    owned = summed.assign(month=month)
    converted = in_entity_currency(
        context, owned, "yearly_minor", RateKind.MONTH_END, whole_numbers(owned["month"])
    )
    known = owned.assign(yearly_minor=converted["minor"])[~converted["is_unrated"]]
    by_client = known.groupby(["entity", "product_id"], as_index=False)
    return pd.DataFrame(by_client.agg({"yearly_minor": "sum"}))


def products_running(context: MetricContext, period: Period) -> pd.DataFrame:
    """Paying subscriptions of recurring products that run at the valuation date."""
    counted = recurring_on(context, period.valuation_date)
    return context.owned(counted[counted["product_id"].isin(recurring_products(context))])


def recurring_products(context: MetricContext) -> list[str]:
    """The price list's products that are sold as subscriptions."""
    products = context.tables.rows("products")
    return products.loc[products["is_recurring"].fillna(False), "product_id"].to_list()


@dataclass(frozen=True)
class _Traits:
    """What a snapshot is taken from, of some clients: each frame with their `segment`."""

    segments: frozenset[str]
    year: pd.DataFrame
    stayed: pd.DataFrame
    owned: pd.DataFrame


def _traits(part: MetricContext, period: Period) -> _Traits:
    segment = segments(part)

    def with_segment(frame: pd.DataFrame) -> pd.DataFrame:
        return frame.assign(segment=frame["entity_id"].map(segment))

    owned = owned_products(part, period)
    return _Traits(
        frozenset(segment.dropna()),
        with_segment(compute_all(part, [period.trailing_twelve], ["contribution_margin"])),
        with_segment(compute_all(part, [period], ["client_retention_ttm"])),
        with_segment(
            owned.assign(entity_id=part.currencies.index.take(whole_numbers(owned["entity"])))
        ),
    )


def _snapshot(traits: Sequence[_Traits]) -> Mapping[str, SegmentNorm]:
    year = pd.concat([part.year for part in traits], ignore_index=True)
    stayed = pd.concat([part.stayed for part in traits], ignore_index=True)
    owned = pd.concat([part.owned for part in traits], ignore_index=True)
    return {
        name: _norm(*(frame[frame["segment"] == name] for frame in (year, stayed, owned)))
        for name in sorted({name for part in traits for name in part.segments})
    }


def _norm(year: pd.DataFrame, stayed: pd.DataFrame, owned: pd.DataFrame) -> SegmentNorm:
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
    )


def _median(amounts: pd.Series) -> Fraction:
    """The middle one, or the mean of the two in the middle.

    >>> _median(pd.Series([300, 100, 201, 100]))
    Fraction(301, 2)
    """
    ordered = sorted(int(amount) for amount in amounts)
    middle = len(ordered) // 2
    return Fraction(ordered[middle] + ordered[-middle - 1], 2)
