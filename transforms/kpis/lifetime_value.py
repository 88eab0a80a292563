"""What a client may still bring: a year's contribution over the years that clients like it stay.

In the snapshot, half of such clients stay each year and leave 40 % of revenue. A client younger
than a year, with 120,000 contracted for the next twelve months, is read by what these leave:

>>> lifetime_factor(Fraction(1, 2), discount_rate=Fraction(1, 4), years=2)
Fraction(7, 5)
>>> print(worked_example(SPECS[0], "2026-Q3", '''
... account_id  segment
... us          business
... ''', '''
... invoice_id  document_kind  status  issue_date
... first       invoice        open    2026-07-01
... ''', '''
... line_id  invoice_id  net_minor
... l1       first       30000
... ''', subscriptions='''
... subscription_id  start_date  yearly_minor  status
... runs             2026-07-01  120000        active
... '''))
86292; l1: young_client, first: young_client
"""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

import pandas as pd

from transforms.billing.costs import CONTRIBUTION, UNCOSTED
from transforms.billing.recurring import is_newly_back, never_paid
from transforms.billing.revenue_rows import is_begun_after
from transforms.clients.activity import is_active
from transforms.core.exact import whole_numbers
from transforms.kpis.expected_profit import EXPECTED, segment_margin
from transforms.metrics.amounts import Selected
from transforms.metrics.asked import Asked
from transforms.metrics.explained import LeftOut
from transforms.metrics.figures import Absent, Noted, Scaled
from transforms.metrics.kpi import (
    WHOLE_MONTHS,
    At,
    Audience,
    Caveat,
    Direction,
    KpiSpec,
    Missing,
    Place,
    RollUp,
    Unit,
)
from transforms.metrics.norms import SegmentNorm
from transforms.metrics.population import from_norms, has_no_segment
from transforms.metrics.rows import Flags, Numbers, Rows
from transforms.renewals.contracted import is_contract_unknown


def lifetime_factor(retention: Fraction, discount_rate: Fraction, years: int) -> Fraction:
    """What a year's contribution is worth over the years, discounted."""
    return sum(yearly_factors(retention, discount_rate, years), Fraction(0))


def yearly_factors(retention: Fraction, discount_rate: Fraction, years: int) -> list[Fraction]:
    """What of a year's contribution each year is worth, the first one whole."""
    yearly = retention / (1 + discount_rate)
    return [yearly**year for year in range(years)]


def is_young(asked: Asked) -> Flags:
    """Whether an entity had neither revenue nor subscription a year before the period's end, or
    has been back for less than a year: its last twelve months are no year of a client's."""
    a_year_ago = asked.over(asked.period.trailing_twelve.previous)
    return (is_begun_after(a_year_ago) & never_paid(a_year_ago)) | is_newly_back(asked)


def _is_of_young(rows: pd.DataFrame, asked: Asked) -> Flags:
    young = is_young(asked).to_numpy(dtype="bool")
    return pd.Series(young[whole_numbers(rows["entity"])], index=rows.index)


def _is_of_older(rows: pd.DataFrame, asked: Asked) -> Flags:
    return ~_is_of_young(rows, asked)


def _but(rows: Rows, why: LeftOut, where: Callable[[pd.DataFrame, Asked], Flags]) -> Rows:
    """Without some clients' rows, nor what stands beside them."""
    beside = tuple(_but(item, why, where) for item in rows.beside)
    return rows.but_then(why, where).showing(*rows.shown, beside=beside)


@dataclass(frozen=True)
class _AYear:
    """The contribution of the last twelve months; of a client younger than that, what its next
    twelve leave of what is contracted for them."""

    @property
    def is_money(self) -> bool:
        return True

    def of_entities(self, asked: Asked) -> Numbers:
        past = CONTRIBUTION.of_entities(asked.over(asked.period.trailing_twelve))
        return past.mask(is_young(asked), EXPECTED.working(asked).value)

    def selected(self, asked: Asked) -> tuple[Selected, ...]:
        past = CONTRIBUTION.selected(asked.over(asked.period.trailing_twelve))
        ahead = EXPECTED.of.selected(asked)
        return (
            *((_but(rows, LeftOut.YOUNG_CLIENT, _is_of_young), at) for rows, at in past),
            *((_but(rows, LeftOut.OLDER_CLIENT, _is_of_older), at) for rows, at in ahead),
        )


def _factor(asked: Asked) -> tuple[list[Fraction | None], Numbers]:
    """What of clients like each stays over the years, and why it is not known."""
    factors, unknown = from_norms(asked, _by_year(asked))
    return [None if parts is None else sum(parts, Fraction(0)) for parts in factors], unknown


def _years(asked: Asked) -> list[Fraction]:
    """The factors of the one entity's years; none where they are not known."""
    (parts,), _ = from_norms(asked, _by_year(asked))
    return parts or []


def _by_year(asked: Asked) -> Callable[[SegmentNorm], list[Fraction] | None]:
    policy = asked.context.policy
    rate = Fraction(Decimal(repr(policy.renewal.discount_rate)))

    def factors(norm: SegmentNorm) -> list[Fraction] | None:
        stays = norm.retention(policy.population_minimum_clients)
        return None if stays is None else yearly_factors(stays, rate, policy.lifetime_years)

    return factors


def _if_older(absent: Absent) -> Absent:
    def where(asked: Asked) -> Flags:
        return absent.where(asked.over(asked.period.trailing_twelve)) & ~is_young(asked)

    return Absent(absent.why, where)


def _if_young(where: Callable[[Asked], Flags]) -> Callable[[Asked], Flags]:
    return lambda asked: where(asked) & is_young(asked)


def _is_gone(asked: Asked) -> Flags:
    return ~is_active(asked.context, asked.period.valuation_date)


def _has_no_rate(asked: Asked) -> Flags:
    return EXPECTED.of.of_entities(asked).isna()


def _has_no_margin(asked: Asked) -> Flags:
    margins, _ = segment_margin(asked)
    return pd.Series([margin is None for margin in margins], asked.entities)


SPECS = (
    KpiSpec(
        id="lifetime_value",
        unit=Unit.MONEY,
        roll_up=RollUp.SUM,
        feeds=("accounts", "invoices", "invoice_lines", "costs"),
        grains=WHOLE_MONTHS,
        shown=(At(Place.POTENTIAL, 30),),
        authority="finance practice",
        figure=Scaled(
            _AYear(),
            _factor,
            absent=(
                Absent(Missing.NOT_ACTIVE, _is_gone),
                *map(_if_older, UNCOSTED),
                Absent(Missing.NEW_ACCOUNT, _if_young(never_paid)),
                Absent(Missing.DISCOUNT_UNKNOWN, _if_young(is_contract_unknown)),
                Absent(Missing.RATE_MISSING, _if_young(_has_no_rate)),
                Absent(Missing.NO_SEGMENT, _if_young(has_no_segment)),
                Absent(Missing.TOO_FEW_CLIENTS, _if_young(_has_no_margin)),
            ),
            notes=(Noted(Caveat.CONTRACTED, is_young),),
            years=_years,
        ),
        direction=Direction.UP,
        is_compared=False,
        audience=Audience.INTERNAL,
        is_population=True,
        operand_unit=Unit.MONEY,
        version=4,
    ),
)
