"""The choices a company makes for itself; every one has the default of the KPI dictionary."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import time
from enum import StrEnum
from itertools import pairwise

from messages.clause import clause
from messages.errors import UnfitValueError


class ChurnDate(StrEnum):
    """The day a cancelled subscription stops counting."""

    SERVICE_END = "service_end"
    CANCELLATION = "cancellation"


class Weekday(StrEnum):
    """The day on which weeks start."""

    MONDAY = "monday"
    TUESDAY = "tuesday"
    WEDNESDAY = "wednesday"
    THURSDAY = "thursday"
    FRIDAY = "friday"
    SATURDAY = "saturday"
    SUNDAY = "sunday"

    @property
    def number(self) -> int:
        """0 is Monday."""
        return list(Weekday).index(self)


class CreditNoteDate(StrEnum):
    """The period that a credit note reduces."""

    ISSUE = "issue"
    ORIGINAL = "original"


@dataclass(frozen=True)
class ApprovalBand:
    """Discounts from list up to and including `up_to` are decided by `approver`."""

    up_to: float
    approver: str


@dataclass(frozen=True)
class RenewalPolicy:
    """Defaults of the renewal arithmetic, used where a request does not say."""

    window_days: int = 180
    grace_days: int = 30
    """Days after an agreement's end in which its renewal still counts as one."""
    margin_floor: float = 0.40
    discount_rate: float = 0.10
    discount_rates: Mapping[str, float] = field(default_factory=dict[str, float])
    """By currency, where it is another than `discount_rate`."""
    price_uplift: float = 0.03
    term_price_uplift: float = 0.0
    """Yearly uplift inside a term of several years."""
    payment_lag_years: float = 0.0
    """From an invoice's start of service to its payment, where no payment of the client tells."""
    cost_months: int = 1
    """Months between two parts of a year's cost: 1 is month by month, 12 at the year's start."""
    cost_growth: float = 0.0
    added_value_cost_share: float = 0.35
    avoidable_cost_share: float = 1.0
    later_renewal_probability: float = 0.88
    renewal_probability: float = 0.85
    """At the current price, where neither the request nor own decided renewals tell."""
    discounted_probability: float = 0.92
    """With 20 % off, where neither of them tells."""
    fewest_decided: int = 30
    """Own decided renewals from which on their curve stands for the policy's."""
    term_effect: float = -0.2
    """Of each further year of term on the log of the odds of renewal."""
    term_years: int = 3
    longest_term_years: int = 3
    """Longest term that is offered unasked."""
    term_concession: float = 0.025
    """Least discount for each year beyond the term in force: nobody commits for nothing."""
    services_limit: float = 0.0
    """Most that services may be worth to a client, of its price, to be offered unasked."""
    horizon_years: int = 3
    escalation_deal_minor: int = 0
    """Deals of at least this yearly list price go one tier up; 0 switches it off."""
    bands: tuple[ApprovalBand, ...] = (
        ApprovalBand(0.10, "account_manager"),
        ApprovalBand(0.20, "team_lead"),
        ApprovalBand(0.30, "director"),
        ApprovalBand(0.40, "revenue_officer"),
        ApprovalBand(1.00, "finance_and_ceo"),
    )
    long_term_months: int = 24
    signed_statuses: tuple[str, ...] = (
        *("activated", "active", "signed", "activado", "activo", "firmado", "vigente"),
    )
    """Statuses of contracts that are signed, in any case of letters."""
    reason_codes: tuple[str, ...] = (
        "competitor",
        "price_pressure",
        "budget_cut",
        "low_use",
        "service_issues",
        "volume_growth",
        "longer_term",
        "strategic_client",
    )
    """One of them must be given with every decision."""

    def __post_init__(self) -> None:
        if self.cost_months < 1 or 12 % self.cost_months:
            told = clause("policy-no-interval", key="cost_months", value=self.cost_months)
            raise UnfitValueError(told)


@dataclass(frozen=True)
class RelationshipPolicy:
    """Where the rules of the relationship class draw their lines, in points of the score."""

    weak_points: float = 45.0
    strong_points: float = 70.0
    fall_points: float = 15.0
    broken_points: float = 20.0

    def __post_init__(self) -> None:
        _refuse_outside(self, 0.0, 100.0)
        if self.weak_points > self.strong_points:
            told = clause("policy-points-crossed", lower="weak_points", upper="strong_points")
            raise UnfitValueError(told)


@dataclass(frozen=True)
class PartnerPolicy:
    """Where the rules of a business partner's class draw their lines."""

    tolerance: float = 0.0
    """Part of the service level agreed by which it may be missed and still be met."""
    faults: int = 0
    """Faults that clients felt, up to which a partner is faultless."""

    def __post_init__(self) -> None:
        _refuse_outside(self, 0.0, 1000.0)


@dataclass(frozen=True)
class SignalPolicy:
    """What it takes for a signal to be raised. Shares are 0 to 1."""

    use_fall: float = 0.15
    use_fall_on_last_year: float = 0.10
    use_fall_alert: float = 0.30
    use_growth: float = 0.05
    seats_idle: float = 0.60
    seats_full: float = 0.90
    satisfied: float = 0.70
    answered_on_time: float = 0.75
    complaints: int = 2
    delivered_on_time: float = 0.85
    request_days: int = 183
    rule_days: int = 92

    def __post_init__(self) -> None:
        counts = ("complaints", "request_days", "rule_days")
        _refuse_outside(self, 0.0, 1.0, *counts)
        if min(self.complaints, self.request_days, self.rule_days) < 1:
            raise UnfitValueError(clause("policy-at-least-one", keys=counts))


def _refuse_outside(policy: object, low: float, high: float, *others: str) -> None:
    """Raise UnfitValueError for a number of the policy outside the bounds, but of the others."""
    for name, value in vars(policy).items():
        if name not in others and not low <= value <= high:
            told = clause("policy-outside", key=name, value=value, low=f"{low:g}", high=f"{high:g}")
            raise UnfitValueError(told)


Scale = tuple[tuple[float, float], ...]
"""Corners (figure, points) of a line that is level outside them."""

_SCALES: Mapping[str, Scale] = {
    "revenue_growth_year": ((-0.2, 0), (0.0, 50), (0.2, 100)),
    "contribution_margin": ((0.2, 0), (0.6, 100)),
    "average_days_delinquent": ((0, 100), (60, 0)),
    "nps": ((-50, 0), (50, 100)),
    "csat": ((0.5, 0), (1.0, 100)),
    "critical_resolution_on_time": ((0.5, 0), (1.0, 100)),
    "first_response_on_time": ((0.5, 0), (1.0, 100)),
    "usage_change": ((-0.3, 0), (0.0, 70), (0.2, 100)),
    "meetings_held": ((0, 0), (1, 100)),
}


@dataclass(frozen=True)
class Policy:
    """What figures depend on besides the rows."""

    company_name: str = "Cartera"
    time_zone: str = "UTC"
    reporting_currency: str = "USD"
    fiscal_start_month: int = 1
    holiday_country: str = ""
    week_starts_on: Weekday = Weekday.MONDAY
    business_opens: time = time(9)
    business_closes: time = time(18)
    activity_window_days: int = 180
    churn_date: ChurnDate = ChurnDate.SERVICE_END
    past_due_days: int = 90
    """Days after which a subscription whose payment is late counts no more."""
    paused_days: int = 0
    """Days for which a subscription still counts whose collection is paused."""
    credit_note_date: CreditNoteDate = CreditNoteDate.ISSUE
    materiality_ratio: float = 0.05
    materiality_points: float = 1.0
    minimum_nps_answers: int = 5
    nps_claim_answers: int = 30
    first_value_use: float = 0.5
    """The part of the seats paid for that is in use where a new client has had first value."""
    minimum_tickets: int = 5
    minimum_critical_incidents: int = 3
    minimum_answers: int = 5
    """Figures of fewer cases put a client into no class and raise no signal."""
    quarantined_money_limit: float = 0.005
    first_response_target_hours: float = 4.0
    critical_resolution_target_hours: float = 8.0
    """Of priorities critical and high."""
    normal_resolution_target_hours: float = 24.0
    low_resolution_target_hours: float = 40.0
    meetings_per_quarter: Mapping[str, int] = field(
        default_factory=lambda: {"platinum": 6, "gold": 3, "silver": 2, "": 1}
    )
    """Planned meetings a quarter by tier; the empty name holds for all others."""
    deal_terms_days: int = 31
    """Days after a period's end for which an export still says what open deals were worth then."""
    lead_maturity_days: int = 90
    """Leads and deals younger than this are not judged by what became of them."""
    population_minimum_clients: int = 5
    """Fewer clients of a segment are no measure for the others."""
    population_minimum_owners: int = 3
    """A product that fewer clients of a segment have is not expected of the others."""
    lifetime_years: int = 5
    """Years of contribution that a client's lifetime value adds up."""
    relationship_weights: Mapping[str, float] = field(
        default_factory=lambda: {
            "growth": 0.20,
            "margin": 0.15,
            "payment": 0.15,
            "satisfaction": 0.20,
            "service": 0.10,
            "usage": 0.10,
            "cadence": 0.10,
        }
    )
    """What each component weighs in the relationship score; one left out weighs nothing."""
    relationship_coverage: float = 0.60
    """The part of all weights that must be available for a score."""
    relationship_scales: Mapping[str, Scale] = field(default_factory=lambda: dict(_SCALES))
    """Points of each figure that the score may rest on; meetings are those held over those
    planned. A figure left out keeps its scale."""
    relationship: RelationshipPolicy = field(default_factory=RelationshipPolicy)
    partners: PartnerPolicy = field(default_factory=PartnerPolicy)
    signals: SignalPolicy = field(default_factory=SignalPolicy)
    renewal: RenewalPolicy = field(default_factory=RenewalPolicy)

    def __post_init__(self) -> None:
        for name, scale in self.relationship_scales.items():
            _refuse_crooked(name, scale)
        whole = {**_SCALES, **self.relationship_scales}
        object.__setattr__(self, "relationship_scales", whole)


def _refuse_crooked(name: str, scale: Scale) -> None:
    """Raise UnfitValueError for a scale that is no line over rising figures, or of no figure."""
    if name not in _SCALES:
        raise UnfitValueError(clause("policy-scale-unknown", key=f"relationship_scales.{name}"))
    figures = [figure for figure, _ in scale]
    if len(scale) < 2 or any(later <= figure for figure, later in pairwise(figures)):
        raise UnfitValueError(clause("policy-scale-corners", key=f"relationship_scales.{name}"))
    if not all(0 <= points <= 100 for _, points in scale):
        raise UnfitValueError(clause("policy-scale-points", key=f"relationship_scales.{name}"))
