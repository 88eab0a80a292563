"""What the portfolio says of one client's renewal: the figures of its workbook, in one line."""

import json
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from reports.workbook.brief import Brief
from reports.workbook.decision import recorded_decision
from transforms.clients.relationship import relationship_of
from transforms.core.periods import Period
from transforms.renewals.offers import Offer, Outcome
from transforms.renewals.renewal_date import RenewalBasis
from transforms.renewals.scenarios import best
from transforms.renewals.signing import progress
from transforms.renewals.value import at_risk


@dataclass(frozen=True)
class RenewalLine:
    """One renewal in the window. Money is minor units a year of the client's currency.

    A figure is None where an input it needs is unknown.
    """

    client_id: str
    client_name: str
    manager_name: str
    renewal_date: date
    basis: RenewalBasis
    currency: str
    price_minor: int | None
    discount: float
    """Asked for; 0 where nothing was."""
    contribution_minor: int | None
    """Of renewing as is."""
    margin: float | None
    margin_requested: float | None
    probability: float | None
    is_below_floor: bool | None
    """Whether the request leaves less than the margin floor."""
    approver: str
    """Of the request, by its key in the policy; empty where it cannot be told."""
    best_offer: Offer | None
    joins_finance: bool = False
    """Whether finance decides beside the approver."""
    is_settled: bool = False
    """Whether a signed contract follows already: nothing is at risk."""
    decided: Offer | None = None
    """The offer decided on, as recorded."""
    relationship: str = ""
    """The relationship's class, as `transforms.clients.relationship.Standing`; empty without."""
    decision_state: str = ""
    """How far it is, as `transforms.renewals.signing.Progress`; `recorded` where nobody who was
    signed in has said anything; empty without a decision."""
    decided_by: str = ""
    conditions: str = ""
    asked_years: int | None = None
    offer_discount: float | None = None
    """Of our offer: what was typed, else what is advised."""
    offer_years: int | None = None
    offer_margin: float | None = None
    reporting_currency: str = ""
    price_reported_minor: int | None = None
    """The price in the reporting currency; None without its rate."""
    forecast_minor: int | None = None
    """The figure `renewal_forecast` of the renewal's month; None where it has no value."""
    forecast_reported_minor: int | None = None
    """The same in the reporting currency."""
    risk_minor: int | None = None
    """Revenue at risk: the price times the probability that the client does not renew at it."""
    risk_reported_minor: int | None = None
    """The same in the reporting currency."""


def renewal_line(brief: Brief) -> RenewalLine:
    """The line of a client whose workbook this is."""
    as_is, requested = brief.outcome(Offer.AS_IS), brief.outcome(Offer.AS_REQUESTED)
    chosen, forecast = best(brief.outcomes), _forecast(brief)
    approval = None if requested is None else requested.approval
    probability = 1.0 if brief.successor is not None else brief.inputs.today
    risk = at_risk(brief.inputs.price_minor, probability)
    return RenewalLine(
        client_id=brief.client.client_id,
        client_name=brief.client.client_name,
        manager_name=brief.client.manager_name,
        renewal_date=brief.renewal_date,
        basis=brief.basis,
        currency=brief.client.currency,
        price_minor=brief.inputs.price_minor,
        discount=brief.inputs.discount,
        contribution_minor=None if as_is is None else round(as_is.gross_profit_minor),
        margin=_margin(as_is),
        margin_requested=_margin(requested),
        probability=probability,
        is_below_floor=None if requested is None else not requested.is_above_floor,
        approver="" if approval is None else approval.approver,
        best_offer=None if chosen is None else chosen.offer,
        is_settled=brief.successor is not None,
        relationship=_relationship(brief),
        joins_finance=approval is not None and approval.joins_finance,
        **_decision(brief),
        **_offers(brief),
        reporting_currency=brief.client.policy.reporting_currency,
        price_reported_minor=brief.inputs.in_company_currency(brief.inputs.price_minor),
        forecast_minor=forecast,
        forecast_reported_minor=brief.inputs.in_company_currency(forecast),
        risk_minor=risk,
        risk_reported_minor=brief.inputs.in_company_currency(risk),
    )


def _offers(brief: Brief) -> dict[str, Any]:
    """What stands beside the discount asked for."""
    requested, offered = brief.outcome(Offer.AS_REQUESTED), brief.outcome(Offer.COUNTER)
    found: dict[str, Any] = {}
    if requested is not None:
        found["asked_years"] = requested.terms.years
    if offered is not None:
        found["offer_discount"] = offered.terms.package.discount
        found["offer_years"] = offered.terms.years
        found["offer_margin"] = offered.margin
    return found


def _forecast(brief: Brief) -> int | None:
    """Of the renewal's month, which a run computes as far ahead as renewals are prepared."""
    day, fiscal = brief.renewal_date, brief.client.period.fiscal_start_month
    found = brief.client.kpis.find("renewal_forecast", Period.month(day.year, day.month, fiscal))
    return None if found is None else found.value_minor


def _decision(brief: Brief) -> dict[str, Any]:
    """What is recorded of this renewal's decision."""
    found = recorded_decision(brief)
    if found is None or found.decision is None:
        return {}
    state = "recorded"
    if found.request is not None and found.signatures:
        state = progress(found.request, found.signatures).value
    who = ", ".join(item.name for item in found.signatures) or found.name
    return {
        "decided": found.decision,
        "decision_state": state,
        "decided_by": who,
        "conditions": found.conditions,
    }


def _relationship(brief: Brief) -> str:
    client = brief.client
    planned = client.dossier.planned_meetings
    found = relationship_of(client.kpis, planned, client.period, client.policy).standing
    return "" if found is None else found.value


def _margin(outcome: Outcome | None) -> float | None:
    return None if outcome is None else outcome.margin


def line_text(line: RenewalLine) -> str:
    """The line as the register of published files keeps it."""
    told = asdict(line) | {"renewal_date": line.renewal_date.isoformat()}
    return json.dumps(told, ensure_ascii=False, sort_keys=True)


def line_of(text: str) -> RenewalLine:
    """The line that a text of the register stands for."""
    told = json.loads(text)
    offers = {key: told.get(key) for key in ("best_offer", "decided")}
    return RenewalLine(
        **told
        | {
            "renewal_date": date.fromisoformat(told["renewal_date"]),
            "basis": RenewalBasis(told["basis"]),
            **{key: None if key_of is None else Offer(key_of) for key, key_of in offers.items()},
        }
    )
