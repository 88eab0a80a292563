"""What a client could buy as others of its kind do, and does not.

Of 8 clients of the segment, 6 have a product for 1,000 in the middle; one without it may
be worth three quarters of that:

>>> expected_minor(ProductNorm(Fraction(1_000), owners=6), subscribers=8)
750
"""

from fractions import Fraction

import pandas as pd

from transforms.billing.explained_money import subscriptions
from transforms.billing.owned_products import products_running, recurring_products
from transforms.core.periods import Period
from transforms.core.rates import MissingRateError, RateKind
from transforms.metrics.explained import LeftOut, Selection, selection_of
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    RollUp,
    Unit,
)
from transforms.metrics.kpi_frame import measured
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.norms import ProductNorm, SegmentNorm
from transforms.metrics.population import from_norms, norm_of


def _spec(id: str, unit: Unit) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.SUM,
        feeds=("accounts", "subscriptions", "products"),
        grains=WHOLE_MONTHS,
        authority="account management practice",
        direction=Direction.NEITHER,
        is_compared=False,
        audience=Audience.INTERNAL,
        is_population=True,
    )


COUNT = _spec(
    "white_space_products",
    Unit.COUNT,
)
AMOUNT = _spec(
    "white_space",
    Unit.MONEY,
)
SPECS = (COUNT, AMOUNT)

_Lacking = list[ProductNorm]


def expected_minor(norm: ProductNorm, subscribers: int) -> int:
    """The median times the share of clients that have it, rounded half-even."""
    return round(norm.median_minor * Fraction(norm.owners, subscribers))


def compute(context: MetricContext, period: Period) -> pd.DataFrame:
    """How many products, and the money a year they may be worth, by entity."""
    index = context.currencies.index
    running = products_running(context, period)
    owned = running.groupby("entity_id")["product_id"].agg(set).reindex(index)
    fewest = context.policy.population_minimum_owners
    norms, unlike = from_norms(
        context, period, lambda norm: norm if norm.eligible(fewest) else None
    )
    counts: list[int | None] = []
    amounts: list[int | None] = []
    absent: list[str] = []
    for currency, has, norm, why in zip(context.currencies, owned, norms, unlike, strict=True):
        lacking = _lacking(context, norm, has)
        counts.append(None if lacking is None else len(lacking))
        amounts.append(_worth(context, norm, lacking, str(currency), period))
        absent.append(why if isinstance(has, set) else Missing.NOT_ACTIVE.value)
    rows = running.groupby("entity_id").size().reindex(index)
    reasons = pd.Series(absent, index, dtype="object")
    count = pd.Series(counts, index, dtype="Int64")
    amount = pd.Series(amounts, index, dtype="Int64")
    unrated = reasons.mask(count.notna(), Missing.RATE_MISSING.value)
    return pd.concat(
        [
            measured(context, COUNT, count, rows=rows, absent=reasons),
            measured(context, AMOUNT, amount, rows=rows, absent=unrated),
        ],
        ignore_index=True,
    )


def _lacking(context: MetricContext, norm: SegmentNorm | None, owned: object) -> _Lacking | None:
    """What the segment buys and the client does not; None where one of them is not known."""
    if norm is None or not isinstance(owned, set):
        return None
    eligible = norm.eligible(context.policy.population_minimum_owners)
    return [found for product, found in eligible.items() if product not in owned]


def _worth(
    context: MetricContext,
    norm: SegmentNorm | None,
    lacking: _Lacking | None,
    currency: str,
    period: Period,
) -> int | None:
    """In the client's currency, converted once."""
    if norm is None or lacking is None or context.population is None:
        return None
    minor = sum(expected_minor(found, norm.subscribers) for found in lacking)
    base, day = context.population.currency, period.valuation_date
    try:
        return context.rates.convert(RateKind.MONTH_END, minor, base, currency, day)
    except MissingRateError:
        return None


def explain(context: MetricContext, kpi: str, period: Period) -> tuple[Selection, ...]:
    """What the client has, and the price list's products that it could have."""
    running = products_running(context, period)
    products = context.tables.rows("products")
    norm = norm_of(context, period, str(context.currencies.index[0]))
    fewest = context.policy.population_minimum_owners
    eligible = list(norm.eligible(fewest)) if norm else []
    is_owned = products["product_id"].isin(running["product_id"])
    is_eligible = products["product_id"].isin(eligible)
    cases = (
        (~products["product_id"].isin(recurring_products(context)), LeftOut.NOT_RECURRING),
        (is_owned, LeftOut.OWNED),
        (~is_eligible, LeftOut.TOO_RARE),
    )
    wanted = products[is_eligible & ~is_owned]
    shown = ("product_name", "list_price_minor", "currency")
    return (
        subscriptions(context, running, LeftOut.NOT_RUNNING),
        selection_of(products, "products", wanted, shown, *cases),
    )
