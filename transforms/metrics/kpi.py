"""What a key figure is: its definition, its value, or the reason why there is none."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

import pandas as pd

from messages.catalogue import catalogue
from messages.clause import named
from transforms.core.periods import Grain, Period
from transforms.metrics.asked import Asked
from transforms.metrics.explained import Selection


class Unit(StrEnum):
    """What a value counts in."""

    MONEY = "money"
    RATIO = "ratio"
    COUNT = "count"
    DAYS = "days"
    HOURS = "hours"
    MONTHS = "months"
    POINTS = "points"


class RollUp(StrEnum):
    """How a figure of many clients comes from theirs."""

    SUM = "sum"
    RATIO_OF_SUMS = "ratio_of_sums"
    RATIO_OF_ALL_SUMS = "ratio_of_all_sums"  # also of clients who have both sums and no ratio
    DISTRIBUTION = "distribution"  # from the rows of all of them
    NONE = "none"


class Audience(StrEnum):
    """Who may see it."""

    CLIENT = "client"
    INTERNAL = "internal"


class Direction(StrEnum):
    """Which direction is good news for the client."""

    UP = "up"
    DOWN = "down"
    NEITHER = "neither"


class Missing(StrEnum):
    """Why there is no value. Absent is never zero."""

    FEED_MISSING = "feed_missing"
    NO_ROWS = "no_rows"
    ROWS_KEPT_OUT = "rows_kept_out"
    NEW_ACCOUNT = "new_account"
    NO_OPENING_REVENUE = "no_opening_revenue"
    NO_REVENUE = "no_revenue"
    NO_SUBSCRIPTIONS = "no_subscriptions"
    COST_MISSING = "cost_missing"
    RATE_MISSING = "rate_missing"
    NO_BILLINGS = "no_billings"
    BALANCE_EXCEEDS_BILLINGS = "balance_exceeds_billings"
    PAYMENT_UNKNOWN = "payment_unknown"
    DISPUTE_UNKNOWN = "dispute_unknown"
    NO_ANSWERS = "no_answers"
    TOO_FEW_ANSWERS = "too_few_answers"
    NO_REPLIES = "no_replies"
    NO_COMPLAINTS = "no_complaints"
    NONE_SOLVED = "none_solved"
    SOLUTION_UNDATED = "solution_undated"
    NO_USAGE = "no_usage"
    TOO_SHORT_HISTORY = "too_short_history"
    GAPS_IN_HISTORY = "gaps_in_history"
    NOTHING_DUE = "nothing_due"
    NONE_LATE = "none_late"
    NO_MEETINGS = "no_meetings"
    NO_SEATS = "no_seats"
    NO_DEALS = "no_deals"
    AMOUNT_MISSING = "amount_missing"
    DISCOUNT_UNKNOWN = "discount_unknown"
    TERMS_UNKNOWN = "terms_unknown"
    LOW_COVERAGE = "low_coverage"
    NOT_ACTIVE_AT_START = "not_active_at_start"
    NOT_ACTIVE = "not_active"
    NO_RENEWALS = "no_renewals"
    NONE_OPEN = "none_open"
    NO_PLAN = "no_plan"
    NO_LEADS = "no_leads"
    NO_TARGET = "no_target"
    NO_SEGMENT = "no_segment"
    TOO_FEW_CLIENTS = "too_few_clients"
    NO_WORTH = "no_worth"
    NO_CATEGORY = "no_category"
    NO_LIST_PRICE = "no_list_price"
    OLDER_CLIENT = "older_client"
    NO_VALUE_YET = "no_value_yet"
    PERIOD_NOT_OVER = "period_not_over"


class Caveat(StrEnum):
    """What must be said beside a value; its `note`."""

    AS_EXPORTED = "as_exported"
    INFERRED = "inferred"
    RATE_MISSING = "rate_missing"
    AWAY_AND_BACK = "away_and_back"
    CONTRACTED = "contracted"
    PERIOD_NOT_OVER = "period_not_over"
    FEW_JOIN = "few_join"
    PAYMENTS_KEPT_OUT = "payments_kept_out"


class EntityKind(StrEnum):
    """Kinds of entities that have figures."""

    CLIENT = "client"
    ACCOUNT = "account"
    MANAGER = "manager"
    TEAM = "team"
    SEGMENT = "segment"
    PORTFOLIO = "portfolio"


class Place(StrEnum):
    """Where readers meet a figure, besides the lists that have them all."""

    TILE = "tile"
    """The tiles of the summary, the first of them that have a value."""
    HISTORY = "history"
    """The sheet of earlier periods in the renewal workbook."""
    LINEAGE = "lineage"
    """The sheet that says how to see the rows behind it, as do those of `HISTORY`."""
    CHECKLIST = "checklist"
    """Why it has no value is told before a deck is sent."""
    PRE_SEND = "pre_send"
    """A deck shows it as such: that it is another by now is told before the next one is sent."""
    PORTFOLIO = "portfolio"
    """The portfolio workbook reads it, besides those of its bridge and its ageing."""
    BRIDGE = "bridge"
    """A step from the recurring revenue at the start to that at the end: one that is good news
    going down is taken away."""
    AGEING = "ageing"
    """A part of the open balance."""
    PORTAL = "portal"
    """The client's page in the portal."""
    BRIEF = "brief"
    """How much money it moved since the month before is told in the manager's brief."""
    USAGE = "usage"  # slides, by their names, which their appendix defines the figures of
    SERVICE = "service"
    SATISFACTION = "satisfaction"
    DELIVERY = "delivery"
    INVESTMENT = "investment"
    VALUE = "value"
    BREAKDOWN = "breakdown"
    PEERS = "peers"
    FEE = "fee"
    OVERVIEW = "overview"
    STANDING = "standing"
    MARGIN = "margin"
    RECURRING = "recurring"
    RECEIVABLES = "receivables"
    CADENCE = "cadence"
    POTENTIAL = "potential"
    USAGE_CARD = "usage_card"  # what a card of the summary says of a slide's subject beside it
    SERVICE_CARD = "service_card"
    SATISFACTION_CARD = "satisfaction_card"
    DELIVERY_CARD = "delivery_card"


@dataclass(frozen=True)
class At:
    """A place where a figure is shown, and its turn there: the smallest comes first."""

    place: Place
    turn: int = 0


EVERYBODY = tuple(EntityKind)
GROUPS = (EntityKind.MANAGER, EntityKind.TEAM, EntityKind.SEGMENT, EntityKind.PORTFOLIO)
"""Kinds of entities that are made up of several clients."""

WHOLE_MONTHS = (Grain.MONTH, Grain.QUARTER, Grain.YEAR, Grain.RANGE)
"""Grains of figures that are sums of calendar months or stand at a month's end."""


@dataclass(frozen=True)
class Working:
    """A figure of every entity with what it is made of, each by entity id.

    An entity without a value has the reason `absent` (one for all, or its own). A figure without
    `value` is its numerator over its denominator, where that is above zero.
    """

    value: pd.Series | None
    rows: pd.Series
    absent: Missing | pd.Series = Missing.NO_ROWS
    numerator: pd.Series | None = None
    denominator: pd.Series | None = None
    note: str | pd.Series = ""


class Figure(Protocol):
    """What a figure is made of; see `transforms.metrics.figures`."""

    def working(self, asked: Asked) -> Working: ...

    def explained(self, asked: Asked) -> tuple[Selection, ...]: ...


@dataclass(frozen=True)
class KpiSpec:
    """The definition of one figure. `version` rises when its meaning changes."""

    id: str
    unit: Unit
    roll_up: RollUp
    feeds: tuple[str, ...]
    """Canonical tables without which there is no value."""
    authority: str
    figure: Figure
    """Which rows count and what is taken of them: value, working and explanation follow."""
    grains: tuple[Grain, ...] = (Grain.MONTH, Grain.QUARTER)
    charted: tuple[Grain, ...] = ()
    """Grains of which a report shows a run of periods, so that earlier ones are computed too."""
    direction: Direction = Direction.NEITHER
    audience: Audience = Audience.CLIENT
    of: tuple[EntityKind, ...] = EVERYBODY
    is_compared: bool = True
    """Whether reports set it beside earlier periods and its months, which are then computed
    too; any period of any figure can be asked for."""
    is_beside_whole: bool = False
    """Sets the period beside a whole earlier one, or beside what was aimed at for all of it: it
    has no value before the period is over."""
    is_population: bool = False
    """Needs what other clients are like, and reads it from a frozen snapshot: see
    `transforms.metrics.norms`. Any other figure never changes when a client is added."""
    is_ahead: bool = False
    """Of months to come, too: reports look ahead as far as renewals are prepared."""
    shown: tuple[At, ...] = ()
    """Where readers meet it."""
    tile_decimals: int = 0
    """With how many a tile shows it."""
    version: int = 1
    operand_unit: Unit = Unit.COUNT
    """What numerator and denominator count in, where a value has them."""

    @property
    def is_of_segment(self) -> bool:
        """Whether it rests on what clients of its segment earn and how many stay."""
        is_position = any(at.place is Place.PEERS for at in self.shown)
        return self.is_population and not self.is_ahead and not is_position

    @property
    def looked_back_on(self) -> frozenset[Grain]:
        """Grains of which a report shows earlier periods: those charted, and quarters where the
        workbook has a sheet of them."""
        in_history = any(at.place is Place.HISTORY for at in self.shown)
        return frozenset((*self.charted, Grain.QUARTER) if in_history else self.charted)

    def name(self, language: str) -> str:
        """The message `kpi-<id>` of `kpis.ftl`; raises MessageError where a language lacks it."""
        return catalogue(language).say(named("kpi", self.id))

    def definition(self, language: str) -> str:
        """What it is, in sentences: the same message's `.definition`."""
        return catalogue(language).say(f"{named('kpi', self.id)}.definition")


@dataclass(frozen=True)
class KpiValue:
    """One figure of one entity and period, with its working.

    Exactly one of value and `reason` is there. Money stands in `value_minor` (minor units
    of `currency`), everything else in `value`. Numerator and denominator of money ratios
    are minor units.
    """

    entity_type: str
    entity_id: str
    kpi: str
    period: Period
    unit: Unit
    version: int
    currency: str = ""
    value: float | None = None
    value_minor: int | None = None
    reason: Missing | None = None
    numerator: float | None = None
    denominator: float | None = None
    rows: int = 0
    note: str = ""
    """A `Caveat`, which must be shown; of a relationship score, where it stands and why."""

    @property
    def number(self) -> float | int | None:
        """The value in its own unit, whichever field holds it."""
        return self.value_minor if self.unit is Unit.MONEY else self.value


KPI_DTYPES: dict[str, str] = {
    "entity_type": "str",  # an EntityKind
    "entity_id": "str",
    "kpi": "str",
    "period": "str",
    "currency": "str",
    "unit": "str",
    "version": "Int64",
    "value": "Float64",
    "value_minor": "Int64",
    "numerator": "Float64",
    "denominator": "Float64",
    "rows": "Int64",
    "reason": "str",
    "note": "str",
}
"""Columns of a frame of KPI values: one row is one KpiValue."""
