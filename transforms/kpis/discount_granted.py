"""How much less a client pays than the price list asks.

Ten units at a list price of 100.00 cost 900.00; for the other product there is no list price:

>>> print(worked_example(GRANTED, "2026-Q3", '''
... subscription_id  product_id  start_date  quantity  yearly_minor  status
... s1               core        2025-01-01  10        90000         active
... s2               odd         2025-01-01  1         50000         active
... s3               core        2026-10-10  1         10000         active
... ''', '''
... product_id  product_name  list_price_minor
... core        Core          10000
... odd         Odd
... '''))
0.1 = 10000 / 100000; s2: no_list_price, s3: not_running
"""

from decimal import Decimal

import pandas as pd

from transforms.billing.recurring import RUNNING, VERSIONS, never_paid
from transforms.core.money import half_even
from transforms.core.periods import Grain
from transforms.core.rates import RateKind
from transforms.metrics.amounts import Less, Money
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Ratio
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


def _with_list(running: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """With `list_minor`, what the price list asks a year for as many units; missing where it names
    no price in the subscription's own currency, or the subscription no number of units."""
    products = asked.context.tables.rows("products").drop_duplicates("product_id")
    listed = products.set_index("product_id")
    prices = running["product_id"].map(listed["list_price_minor"])
    codes = running["product_id"].map(listed["currency"])
    units = VERSIONS.kept(asked).loc[running.index, "quantity"]
    own = running["currency"].astype("str")
    found = [
        None
        if pd.isna(price) or pd.isna(count) or code != currency
        else half_even(Decimal(int(price)) * Decimal(repr(float(count))))
        for price, count, code, currency in zip(prices, units, codes, own, strict=True)
    ]
    return running.assign(list_minor=pd.Series(found, running.index, dtype="Int64"))


LISTED = (
    RUNNING.adding(_with_list)
    .but(LeftOut.NO_LIST_PRICE, lambda rows: ~(rows["list_minor"] > 0).fillna(False))
    .but(LeftOut.NO_AMOUNT, lambda rows: rows["worth_minor"].isna())
    .showing("product_id", "quantity", "worth_minor", "list_minor", "currency")
)
"""Subscriptions that run on the period's last day and have a list price."""

_LIST = Money(LISTED, "list_minor", RateKind.MONTH_END)

GRANTED = KpiSpec(
    id="discount_granted",
    unit=Unit.RATIO,
    roll_up=RollUp.RATIO_OF_SUMS,
    feeds=("subscriptions", "products"),
    charted=(Grain.QUARTER,),
    grains=WHOLE_MONTHS,
    authority="finance practice",
    figure=Ratio(
        Less(_LIST, (Money(LISTED, "worth_minor", RateKind.MONTH_END),)),
        _LIST,
        absent=(Absent(Missing.NO_SUBSCRIPTIONS, never_paid, hides=False),),
        none=Missing.NO_LIST_PRICE,
    ),
    direction=Direction.UP,
    audience=Audience.INTERNAL,
    shown=(At(Place.HISTORY, 45),),
    operand_unit=Unit.MONEY,
    tile_decimals=1,
    version=2,
)
SPECS = (GRANTED,)
