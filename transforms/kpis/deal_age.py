"""How long open deals have been open.

Entered on 1 September and on 1 July, seen on 30 September:

>>> deals = pd.DataFrame({"created_date": pd.to_datetime(["2026-09-01", "2026-07-01", None])})
>>> aged(deals, Period.parse("2026-Q3"))["age_days"].tolist()
[29, 91]
"""

import pandas as pd

from transforms.deals import standing_deals
from transforms.entity_rows import counts, numbered, quantiles
from transforms.explained import LeftOut, Selection, selection
from transforms.facts import Facts
from transforms.kpi import WHOLE_MONTHS, Audience, Better, KpiSpec, Missing, RollUp, Unit, Words
from transforms.kpi_frame import measured
from transforms.periods import Period

SPECS = (
    KpiSpec(
        id="deals_open_age_median",
        unit=Unit.DAYS,
        roll_up=RollUp.DISTRIBUTION,
        feeds=("opportunities",),
        grains=WHOLE_MONTHS,
        words={
            "en": Words(
                "Age of open deals, median",
                "Calendar days from entry to the period's last day: half of the open deals are "
                "this old or older. Deals without a day of entry are not in it.",
            ),
            "es": Words(
                "Antigüedad de las oportunidades abiertas, mediana",
                "Días naturales entre el registro y el último día del periodo: la mitad de las "
                "oportunidades abiertas tiene esta antigüedad o más. Las que no indican su día "
                "de registro no entran.",
            ),
        },
        authority="sales practice",
        better=Better.DOWN,
        is_compared=False,
        audience=Audience.INTERNAL,
    ),
)


def compute(facts: Facts, period: Period) -> pd.DataFrame:
    """Days by entity, beside the count of those whose age is known."""
    dated = numbered(facts, aged(standing_deals(facts, period), period))
    age = quantiles(facts, dated, "age_days", 0.5)
    return measured(facts, SPECS[0], age, rows=counts(facts, dated), absent=Missing.NO_DEALS)


def aged(deals: pd.DataFrame, period: Period) -> pd.DataFrame:
    """Deals with a day of entry, and `age_days` at the period's last day."""
    dated = deals[deals["created_date"].notna()]
    age = pd.Timestamp(period.valuation_date) - dated["created_date"]
    return dated.assign(age_days=age.dt.days)


def explain(facts: Facts, kpi: str, period: Period) -> tuple[Selection, ...]:
    """The open deals whose day of entry is known."""
    rows = facts.rows("opportunities")
    entered = aged(standing_deals(facts, period), period)
    is_closed = (rows["state"].ne("open"), LeftOut.NOT_OPEN)
    shown = ("state", "created_date", "close_date")
    return (selection(facts, "opportunities", entered, shown, is_closed),)
