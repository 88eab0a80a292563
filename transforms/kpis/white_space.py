"""What a client could buy as others of its kind do, and does not.

In the snapshot, 6 of 8 clients of the segment have Core, for 1,000 in the middle, and one has
Odd; who has neither may want Core, worth three quarters of that:

>>> TABLES = '''
... account_id  segment
... us          business
... ''', '''
... subscription_id  product_id  start_date  yearly_minor  status
... runs             plus        2025-01-01  120000        active
... ''', '''
... product_id  product_name  is_recurring
... core        Core          true
... plus        Plus          true
... odd         Odd           true
... setup       Setup         false
... '''
>>> print(worked_example(COUNT, "2026-Q3", *TABLES))
1; plus: owned, odd: too_rare, setup: not_recurring
>>> print(worked_example(AMOUNT, "2026-Q3", *TABLES))
750; plus: owned, odd: too_rare, setup: not_recurring
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np
import pandas as pd

from transforms.billing.owned_products import OWNING
from transforms.billing.recurring import closing
from transforms.clients.activity import Active, is_active
from transforms.core.exact import sums, whole_numbers
from transforms.core.rates import MissingRateError, RateKind
from transforms.metrics.amounts import Selected
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Value
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Audience,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.norms import ProductNorm, SegmentNorm
from transforms.metrics.population import from_norms, has_no_segment
from transforms.metrics.rows import Flags, Numbers, Rows


def expected_minor(norm: ProductNorm, subscribers: int) -> int:
    """The median times the share of clients that have it, rounded half-even.

    >>> expected_minor(ProductNorm(Fraction(1_000), owners=6), subscribers=8)
    750
    """
    return round(norm.median_minor * Fraction(norm.owners, subscribers))


def _offered(context: MetricContext) -> pd.DataFrame:
    """The price list, once for every entity."""
    products, size = context.tables.rows("products"), len(context.currencies)
    places = np.tile(np.arange(len(products)), size)
    return products.take(places).assign(entity=np.repeat(np.arange(size), len(products)))


def _is_owned(products: pd.DataFrame, asked: Asked) -> Flags:
    owned = pd.MultiIndex.from_frame(OWNING.kept(asked)[["entity", "product_id"]])
    is_owned = pd.MultiIndex.from_frame(products[["entity", "product_id"]]).isin(owned)
    return pd.Series(is_owned, index=products.index)


def _expected(asked: Asked) -> list[dict[str, int]]:
    """By entity, what each product that enough of its kind have may be worth."""

    def worths(norm: SegmentNorm) -> dict[str, int]:
        eligible = norm.eligible(asked.context.policy.population_minimum_owners)
        return {key: expected_minor(found, norm.subscribers) for key, found in eligible.items()}

    norms, _ = from_norms(asked, worths)
    return [norm or {} for norm in norms]


def _with_expected(products: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `expected_minor` in the company's reporting currency; missing of what too few have."""
    worths = _expected(asked)
    cells = zip(products["entity"].to_list(), products["product_id"].to_list(), strict=True)
    found = [worths[int(entity)].get(str(product)) for entity, product in cells]
    return products.assign(expected_minor=pd.array(found, dtype="Int64"))


WANTED = replace(
    Rows("products", _offered, shown=("product_name", "list_price_minor", "currency"))
    .but(LeftOut.NOT_RECURRING, lambda products: ~products["is_recurring"].fillna(False))
    .but_then(LeftOut.OWNED, _is_owned)
    .adding(_with_expected)
    .but(LeftOut.TOO_RARE, lambda products: products["expected_minor"].isna()),
    is_counted=False,
)
"""The price list's products that a client could have."""


def _worth(asked: Asked) -> Numbers:
    """In the clients' currencies, each client's converted once."""
    wanted, population = WANTED.kept(asked), asked.context.population
    minor = sums(
        whole_numbers(wanted["entity"]),
        whole_numbers(wanted["expected_minor"]),
        len(asked.entities),
    )
    base = population.currency if population else ""
    found = [
        _converted(asked, int(amount), base, str(currency))
        for amount, currency in zip(minor, asked.context.currencies, strict=True)
    ]
    return pd.Series(found, asked.entities, dtype="Int64")


def _converted(asked: Asked, minor: int, base: str, currency: str) -> int | None:
    if not minor:  # nothing is nothing in every currency
        return 0
    day = asked.period.valuation_date
    try:
        return asked.context.rates.convert(RateKind.MONTH_END, minor, base, currency, day)
    except MissingRateError:
        return None


def _is_of_few(asked: Asked) -> Flags:
    """Whether no product is had by enough clients of an entity's kind."""
    return pd.Series([not worths for worths in _expected(asked)], asked.entities)


def _is_gone(asked: Asked) -> Flags:
    return ~is_active(asked.context, asked.period.valuation_date)


@dataclass(frozen=True)
class _Wanted:
    """A number of the wanted products; with the rows that tell what is owned, and who is active."""

    numbers: Callable[[Asked], Numbers]
    is_money: bool = False

    def of_entities(self, asked: Asked) -> Numbers:
        return self.numbers(asked)

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        return ((OWNING, asked), (WANTED, asked), *Active(closing).selected(asked))


def _spec(id: str, unit: Unit, amount: _Wanted, shown: tuple[At, ...] = ()) -> KpiSpec:
    return KpiSpec(
        id=id,
        unit=unit,
        roll_up=RollUp.SUM,
        feeds=("accounts", "subscriptions", "products"),
        grains=WHOLE_MONTHS,
        authority="account management practice",
        figure=Value(
            amount,
            absent=(
                Absent(Missing.NOT_ACTIVE, _is_gone),
                Absent(Missing.NO_SEGMENT, has_no_segment),
                Absent(Missing.TOO_FEW_CLIENTS, _is_of_few),
            ),
        ),
        direction=Direction.NEITHER,
        is_compared=False,
        audience=Audience.INTERNAL,
        is_population=True,
        shown=shown,
        version=3,
    )


COUNT = _spec("white_space_products", Unit.COUNT, _Wanted(WANTED.counted))
AMOUNT = _spec(
    "white_space",
    Unit.MONEY,
    _Wanted(_worth, is_money=True),
    (At(Place.POTENTIAL, 10),),
)
SPECS = (COUNT, AMOUNT)
