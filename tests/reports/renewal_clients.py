"""Clients with a renewal ahead, made for tests: one usual, and the awkward ones."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import pandas as pd
from partial_book import PartialBook
from row_clients import RowClient

from reports.client import ClientFile
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period, add_months
from transforms.core.policy import Policy, RenewalPolicy
from transforms.metrics.kpi import KpiValue, Unit
from transforms.tables import TABLES

PERIOD = Period.parse("2026-Q3")
ACCOUNT = "001AX"
Row = Mapping[str, object]


def table(name: str, *rows: Row) -> pd.DataFrame:
    """A canonical table of these rows, lineage filled in."""
    lined = [
        {"source": "stripe", "source_file": f"2026-10-01/{name}.csv", "source_line": line} | row
        for line, row in enumerate(rows, start=2)
    ]
    return TABLES[name].conform(pd.DataFrame(lined))


def months() -> list[pd.Timestamp]:
    return [pd.Timestamp(month.start) for month in PERIOD.trailing_twelve.months]


def costs(sales_minor: int, serve_minor: int, currency: str) -> pd.DataFrame:
    """A twelfth of each in every trailing month; what does not divide falls on the last."""
    rows: list[Row] = []
    for kind, total in (("cost_of_sales", sales_minor), ("cost_to_serve", serve_minor)):
        for number, month in enumerate(months(), start=1):
            amount = total // 12 if number < 12 else total - 11 * (total // 12)
            rows.append(
                {
                    "account_id": ACCOUNT,
                    "month": month,
                    "cost_kind": kind,
                    "amount_minor": amount,
                    "currency": currency,
                }
            )
    return table("costs", *rows)


def invoices(count: int, net_minor: int, currency: str) -> dict[str, pd.DataFrame]:
    """So many invoices of one line, the last twelve months over, and one credit note."""
    start = PERIOD.trailing_twelve.start
    documents: list[Row] = []
    lines: list[Row] = []
    for number in range(count + 1):
        is_credit = number == count
        net = -(net_minor // 10) if is_credit else net_minor
        day = pd.Timestamp(add_months(start, number % 12)) + pd.Timedelta(days=number % 27)
        identifier = f"in_{number:03}"
        documents.append(
            {
                "invoice_id": identifier,
                "account_id": ACCOUNT,
                "invoice_number": f"F-2026-{number:03}",
                "document_kind": "credit_note" if is_credit else "invoice",
                "status": "paid",
                "issue_date": day,
                "currency": currency,
                "net_minor": net,
                "total_minor": net,
            }
        )
        lines.append(
            {
                "line_id": f"li_{number:03}",
                "invoice_id": identifier,
                "account_id": ACCOUNT,
                "product_id": "P1",
                "description": "=SUM(A1:A9) plan anual" if number == 0 else "Plan anual",
                "quantity": 40.0,
                "net_minor": net,
                "currency": currency,
                "service_start": day,
                "service_end": day + pd.Timedelta(days=365),
            }
        )
    return {
        "invoices": table("invoices", *documents),
        "invoice_lines": table("invoice_lines", *lines),
    }


def request(currency: str, **known: object) -> pd.DataFrame:
    """A request of 10 % on 120,000; `known` overrides its columns."""
    row: dict[str, object] = {
        "request_id": "RR-7",
        "account_id": ACCOUNT,
        "requested_date": pd.Timestamp("2026-09-14"),
        "requested_discount": 0.10,
        "price_minor": 12_000_000,
        "list_price_minor": 12_000_000,
        "currency": currency,
        "reason_code": "price_pressure",
        "competitor": "Acme",
        "renewal_probability": 0.85,
        "renewal_probability_discounted": 0.92,
        "renewal_probability_term": 0.90,
        "term_years": 3,
    }
    return table("renewal_requests", row | known)


def golden(language: str = "en") -> ClientFile:
    """The golden case of the KPI dictionary: price 120,000, cost 48,000."""
    tables = {
        "accounts": table(
            "accounts",
            {"account_id": ACCOUNT, "account_name": "Talleres Aurora", "currency": "EUR"},
        ),
        "contracts": table(
            "contracts",
            {
                "contract_id": "C1",
                "account_id": ACCOUNT,
                "start_date": pd.Timestamp("2025-01-01"),
                "end_date": pd.Timestamp("2027-01-01"),
            },
        ),
        "costs": costs(4_000_000, 800_000, "EUR"),
        "renewal_requests": request("EUR"),
        "products": table("products", {"product_id": "P1", "product_name": "Plan Pro"}),
        "fx_rates": TABLES["fx_rates"].empty(),
        "subscriptions": TABLES["subscriptions"].empty(),
        **invoices(12, 1_000_000, "EUR"),
    }
    return RowClient(
        client_id=ACCOUNT,
        client_name="Talleres Aurora",
        language=language,
        locale="es-ES" if language == "es" else "en-GB",
        currency="EUR",
        period=PERIOD,
        data_date=date(2026, 10, 1),
        manager_name="Lucía Ferrer",
        manager_email="lucia@example.com",
        kpis=PartialBook(ACCOUNT, {}),
        tables=CanonicalTables(tables),
        policy=Policy(
            company_name="Cartera",
            reporting_currency="EUR",
            renewal=RenewalPolicy(cost_months=12),  # as the dictionary's golden case has it
        ),
        edition="3f2a9c8d7b6e5f40",
    )


def with_tables(client: ClientFile, **frames: pd.DataFrame | None) -> ClientFile:
    """The client with these tables instead; None takes a feed away."""
    kept = {name: frame for name, frame in client.tables.items() if name not in frames}
    given = {name: frame for name, frame in frames.items() if frame is not None}
    return replace(client, tables=CanonicalTables(kept | given))


def with_arr(client: ClientFile, minor: int) -> ClientFile:
    """The client with so much annual recurring revenue."""
    arr = KpiValue(
        "client", ACCOUNT, "arr", PERIOD, Unit.MONEY, 1, client.currency, value_minor=minor
    )
    return replace(client, kpis=PartialBook(ACCOUNT, {("arr", str(PERIOD)): arr}))


def without_request(language: str = "en") -> ClientFile:
    """Nothing asked; the price is the recurring revenue, and the list price is not known."""
    none = TABLES["renewal_requests"].empty()
    return with_arr(with_tables(golden(language), renewal_requests=none), 11_400_000)


def without_cost(language: str = "en") -> ClientFile:
    """No cost export."""
    return with_tables(golden(language), costs=None)


def without_probabilities(language: str = "en") -> ClientFile:
    """A request that says nothing about probabilities."""
    unknown = {
        "renewal_probability": None,
        "renewal_probability_discounted": None,
        "renewal_probability_term": None,
    }
    return with_tables(golden(language), renewal_requests=request("EUR", **unknown))


def below_floor(language: str = "en") -> ClientFile:
    """Costs so high that no offer reaches the margin floor."""
    return with_tables(golden(language), costs=costs(8_000_000, 1_500_000, "EUR"))


def japanese(language: str = "en") -> ClientFile:
    """Amounts in yen, invoices in euro too, a company that reports in dollars."""
    rates = [
        {
            "rate_date": month + pd.offsets.MonthEnd(0),
            "rate_kind": kind,
            "base_currency": base,
            "quote_currency": quote,
            "rate": rate,
        }
        for month in months()
        for kind in ("month_end", "average")
        for base, quote, rate in (("USD", "JPY", "151.25"), ("EUR", "JPY", "163.4075"))
    ]
    lines = invoices(12, 1_000_000, "JPY")
    foreign = invoices(3, 50_050, "EUR")
    wide = {
        name: pd.concat(
            [frame, foreign[name].assign(invoice_id="eu_" + foreign[name]["invoice_id"])],
            ignore_index=True,
        )
        for name, frame in lines.items()
    }
    wide["invoice_lines"]["line_id"] = [f"l{n}" for n in range(len(wide["invoice_lines"]))]
    client = with_tables(
        golden(language),
        fx_rates=table("fx_rates", *rates),
        costs=costs(4_000_001, 800_003, "JPY"),
        renewal_requests=request("JPY", wallet_minor=60_000_000, avoidable_cost_share=0.8),
        **wide,
    )
    policy = replace(client.policy, reporting_currency="USD")
    return replace(client, currency="JPY", policy=policy)


def long_name(language: str = "en") -> ClientFile:
    """120 characters of name, 40 invoices, and a name that looks like a formula."""
    name = "=Compañía Internacional de Logística Integral y Servicios Aduaneros del Cantábrico"
    name = (name + " & Asociados, S.A. de C.V. (Grupo Norte)")[:120]
    return replace(with_tables(golden(language), **invoices(40, 300_033, "EUR")), client_name=name)


def without_anything(language: str = "en") -> ClientFile:
    """A contract and nothing else."""
    client = golden(language)
    kept = {name: client.tables[name] for name in ("accounts", "contracts")}
    return replace(client, tables=CanonicalTables(kept))


def one_line(language: str = "en") -> ClientFile:
    """A year paid at once: one invoice of one line, so that ranges are single cells."""
    client = golden(language)
    lines = client.tables["invoice_lines"].head(1)
    ours = client.tables["invoices"]
    document = ours[ours["invoice_id"].isin(lines["invoice_id"])]
    return with_tables(client, invoices=document, invoice_lines=lines)


AWKWARD = {
    "golden": golden,
    "without_request": without_request,
    "without_cost": without_cost,
    "without_probabilities": without_probabilities,
    "below_floor": below_floor,
    "japanese": japanese,
    "long_name": long_name,
    "without_anything": without_anything,
    "one_line": one_line,
}
