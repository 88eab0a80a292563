"""Portfolios made for tests."""

from datetime import date

import pandas as pd

from reports.workbook.portfolio.book import LoadedRows, NamedScorecard, PortfolioFile
from reports.workbook.renewal_line import RenewalLine
from transforms.clients.partners import PartnerLine, Service
from transforms.clients.scorecard import GoalLine, LeadConversion, Scorecard, TargetLine
from transforms.core.canonical import CONTROL_DTYPES
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.kpis import specs
from transforms.metrics.kpi import KpiValue, Missing
from transforms.renewals.offers import Offer
from transforms.renewals.precedents import Precedent
from transforms.renewals.renewal_date import RenewalBasis
from transforms.service.delivery_tasks import WaitingTask
from transforms.tables import TABLES


def renewal(client: str, manager: str, **known: object) -> RenewalLine:
    """A renewal on 1 January at 100,000.00 EUR that asks for 10 %; `known` overrides."""
    line: dict[str, object] = {
        "client_id": client.lower(),
        "client_name": client,
        "manager_name": manager,
        "renewal_date": date(2027, 1, 1),
        "basis": RenewalBasis.CONTRACT,
        "currency": "EUR",
        "price_minor": 10_000_000,
        "discount": 0.10,
        "contribution_minor": 6_000_000,
        "margin": 0.6,
        "margin_requested": 0.5556,
        "probability": 0.8,
        "forecast_minor": 8_000_000,
        "is_below_floor": False,
        "approver": "account_manager",
        "best_offer": Offer.ADDED_VALUE,
    }
    return RenewalLine(**line | known)  # type: ignore[arg-type]


RENEWALS = (
    renewal("Aurora", "Lucía", relationship="repair"),
    renewal(
        "Borealis", "Lucía", renewal_date=date(2026, 12, 15), discount=0.0, relationship="keep"
    ),
    renewal(
        *("Cirro", "Tomás"),
        currency="JPY",
        price_minor=1_000_001,
        forecast_minor=800_001,
        contribution_minor=None,
    ),
    renewal(
        *("Dunas", ""),
        currency="CLP",
        probability=None,
        forecast_minor=None,
        is_below_floor=True,
    ),
)
"""Two in euro, one in yen whose cost is not known, one without a rate into euro."""


def figures(
    *rows: tuple[str, str, str, int, str],
    shares: tuple[tuple[str, str, float, float | None, float], ...] = (),
) -> pd.DataFrame:
    """Money figures: entity type, entity, KPI, minor units, currency; and of groups how much the
    largest client and the ten largest make up, and the index."""
    columns = ["entity_type", "entity_id", "kpi", "value_minor", "currency", "value"]
    kpis = ("revenue_largest_client", "revenue_largest_ten", "revenue_concentration")
    told = [(*row, None) for row in rows] + [
        (kind, entity, kpi, None, "", value)
        for kind, entity, *values in shares
        for kpi, value in zip(kpis, values, strict=True)
    ]
    frame = pd.DataFrame(told, columns=columns).assign(note="")
    return frame.astype({"value_minor": "Int64", "value": "Float64"})


MRR = (100, 20, 10, 0, 5, 15, -1, 109)
_STEPS = ("start", "new", "expansion", "reactivation", "contraction", "churn", "exchange")


def mrr(entity_type: str, entity: str, currency: str, amounts: tuple[int, ...] = MRR):
    names = [*(f"mrr_{step}" for step in _STEPS), "mrr"]
    return [
        (entity_type, entity, name, minor, currency)
        for name, minor in zip(names, amounts, strict=True)
    ]


def ageing(entity_type: str, entity: str, currency: str, open_minor: int = 150):
    ages = {"not_due": 100, "1_30": 30, "31_60": 0, "61_90": 20, "over_90": 0}
    told = [(entity_type, entity, f"ageing_{age}", minor, currency) for age, minor in ages.items()]
    return [*told, (entity_type, entity, "open_balance", open_minor, currency)]


def controls(*rows: tuple[str, str, str, int, int | None]) -> pd.DataFrame:
    """Control totals: table, outcome, currency, rows, minor units."""
    told = [
        {
            "source": "stripe",
            "source_file": "a.csv",
            "table_name": table,
            "outcome": outcome,
            "currency": currency,
            "row_count": count,
            "amount_minor": minor,
        }
        for table, outcome, currency, count, minor in rows
    ]
    return pd.DataFrame(told).astype(CONTROL_DTYPES)


CONTROLS = controls(
    ("invoices", "read", "EUR", 10, 1_000_01),
    ("invoices", "loaded", "EUR", 7, 700_01),
    ("invoices", "quarantined", "EUR", 1, 100_00),
    ("invoices", "filtered:test_mode", "EUR", 2, 200_00),
    ("invoices", "read", "JPY", 1, 500),
    ("invoices", "loaded", "JPY", 1, 500),
    ("invoices", "read", "", 1, None),
    ("invoices", "quarantined", "", 1, None),
)
LOADED = (
    LoadedRows("invoices", "EUR", 4, 400_01, 2, 200_00, 1, 100_00),
    LoadedRows("invoices", "JPY", 1, 500, 0, 0, 0, 0),
)


def value(kpi: str, number: float | None = None, minor: int | None = None) -> KpiValue:
    """A manager's figure, in euro where it is money."""
    return KpiValue(
        "manager",
        "lucia",
        kpi,
        Period.parse("2026-Q3"),
        specs()[kpi].unit,
        1,
        currency="" if minor is None else "EUR",
        value=number,
        value_minor=minor,
        reason=Missing.NO_ROWS if number is None and minor is None else None,
    )


def scorecard(**known: object) -> Scorecard:
    """Two targets, one of them in dollars, and three goals; `known` overrides."""
    revenue = value("recognised_revenue", minor=90_000)
    told: dict[str, object] = {
        "retention": value("client_retention_ttm", 0.9),
        "net_retention": value("nrr_ttm", 0.95),
        "new_clients": value("new_clients", 1.0),
        "won_back": value("won_back_clients", 0.0),
        "potential": value("potential_value", minor=100_001),
        "margin": value("contribution_margin", 0.6),
        "potential_contribution_minor": 60_001,
        "growth": value("revenue_growth_year", -0.1),
        "nps": value("nps", 16.5),
        "csat": value("csat"),
        "leads": LeadConversion(created=3, converted=1),
        "renewals_due": value("renewals_due", 5.0),
        "renewals_undecided": value("renewals_undecided", 1.0),
        "renewal_rate": value("renewal_rate", 0.75),
        "renewal_rate_amount": value("renewal_rate_amount", 0.8),
        "win_rate": value("win_rate", 0.5),
        "win_rate_amount": value("win_rate_amount", 0.4),
        "won_of_created": value("won_of_created", 0.25),
        "attainment": value("revenue_target_attainment", 0.9),
        "expected_profit": value("expected_profit", minor=5_000_001),
        "white_space": value("white_space", minor=1_200_000),
        "lifetime_value": value("lifetime_value"),
        "targets": (
            TargetLine("recognised_revenue", 1_200.0, "EUR", revenue, 0.75, "two consultants"),
            TargetLine("recognised_revenue", 1_200.0, "USD", revenue, None, ""),
        ),
        "goals": (
            GoalLine("Meet boards", "count", 4.0, 9.0, 7.0, 0.6, date(2026, 9, 30)),
            GoalLine("Agree plans", "percent", None, 60.0, 30.0, 0.5, None),
            GoalLine("Answer sooner", "hours", 8.0, 4.0, None, None, date(2026, 9, 30)),
        ),
    }
    return Scorecard(**told | known)  # type: ignore[arg-type]


SCORECARDS = (
    NamedScorecard("manager", "Lucía", scorecard()),
    NamedScorecard("team", "South", scorecard(leads=None, targets=(), goals=())),
)


def partner(name: str, **known: object) -> PartnerLine:
    """A supplier at 95 % of 90 % agreed, 92 % the quarter before; `known` overrides."""
    told: dict[str, object] = {
        "partner_id": name.lower(),
        "name": name,
        "kind": "supplier",
        "service_name": "Hosting",
        "spend_minor": 1_000_01,
        "currency": "EUR",
        "service": Service(0.9, 0.95),
        "before": Service(0.9, 0.92),
        "incidents": 0,
        "is_replaceable": True,
    }
    return PartnerLine(**told | known)  # type: ignore[arg-type]


PARTNERS = (
    partner("Strong"),
    partner("Felt", incidents=1, currency="JPY", spend_minor=1_000),
    partner("Untold", incidents=None, before=Service(None, None)),
    partner("Missed", service=Service(0.9, 0.8)),
    partner("Twice", service=Service(0.9, 0.8), before=Service(0.95, 0.92)),
    partner("Bound", service=Service(0.9, 0.8), before=Service(0.9, 0.8), is_replaceable=False),
    partner("Unknown", service=Service(0.9, None), currency="CLP"),
)
"""Of every class, one without a service level, and one without a rate."""


WAITING = (
    WaitingTask("Integrations", "aurora", "Connect the ERP", "Rollout", date(2026, 9, 20), 10),
    WaitingTask("Integrations", "cirro", "Load articles", "Rollout", date(2026, 9, 10), 20),
    WaitingTask("Legal", "aurora", "Sign the annex", "Renewal", date(2026, 10, 12), 0),
    WaitingTask("Legal", "dunas", "Read the terms", "", None, None),
)
"""Of two teams: late, not due yet, and without a day."""


def book(language: str = "en", **known: object) -> PortfolioFile:
    """A small portfolio that ties; `known` overrides."""
    told: dict[str, object] = {
        "language": language,
        "period": Period.parse("2026-Q3"),
        "data_date": date(2026, 10, 1),
        "policy": Policy(company_name="Lumbrera & Hijos", reporting_currency="EUR"),
        "edition": "0123456789abcdef",
        "renewals": RENEWALS,
        "figures": figures(
            *mrr("portfolio", "portfolio", "EUR"),
            *mrr("client", "aurora", "EUR"),
            *ageing("portfolio", "portfolio", "EUR"),
            *ageing("client", "cirro", "JPY"),
            shares=(
                ("portfolio", "portfolio", 0.135, 0.67, 628.0),
                ("segment", "business", 0.6, None, 4600.0),
                ("manager", "lucia", 0.4, None, 1500.0),
            ),
        ),
        "clients": frozenset({"aurora", "borealis", "cirro", "dunas"}),
        "names": {
            "aurora": ("Aurora", "Lucía"),
            "borealis": ("Borealis", "Lucía"),
            "cirro": ("Cirro", "Tomás"),
            "dunas": ("Dunas", ""),
            "aurora-north": ("Aurora North", ""),
        },
        "segments": {"aurora": "business", "borealis": "corporate"},
        "precedents": {
            "business": tuple(
                Precedent(date(2026, 3, n), n / 50, n / 100, "renewed", 100) for n in range(1, 6)
            ),
            "": (Precedent(date(2026, 3, 1), 0.2, None, "lost", 100),),
        },
        "manager_names": {},
        "targets": TABLES["targets"].conform(
            pd.DataFrame(
                [
                    {
                        "entity_type": "client",
                        "entity_id": "aurora",
                        "period": "2026-Q3",
                        "metric": "mrr",
                        "target": 2.18,
                        "currency": "EUR",
                        "source": "finance",
                        "source_file": "t.csv",
                        "source_line": 2,
                    }
                ]
            )
        ),
        "scorecards": SCORECARDS,
        "partners": PARTNERS,
        "waiting": WAITING,
        "rates": {"EUR": 1.0, "JPY": 0.0061},
        "controls": CONTROLS,
        "loaded": LOADED,
        "held": ("Dunas",),
        "earlier": (),
    }
    return PortfolioFile(**told | known)  # type: ignore[arg-type]
