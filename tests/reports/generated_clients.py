"""Clients made at random, each awkward in several ways."""

import random
from dataclasses import replace
from datetime import UTC, date, datetime

import pandas as pd
from renewal_clients import ACCOUNT, costs, golden, invoices, months, request, table, with_tables

from reports.client import ClientFile
from transforms.core.policy import ApprovalBand
from transforms.renewals.decision import RenewalDecision
from transforms.renewals.offers import Offer

NAMES = (
    '=HYPERLINK("http://example.com","x")',
    'Ñandú & Hijos <S.L.> "La Única"',
    "株式会社かぜはな",
    "شركة النور للتجارة",
    "O'Brien's [Group]: a/b\\c*?",
    "😀 Emoji Labs",
    "@SUM(1+1)",
    "tab\tand\nline",
    "_x000B_ literal \x0b control",
    "x" * 300,
)
PRODUCTS = (
    "Plan *",
    "plan *",
    ">5",
    "=1+1",
    "~tilde?",
    "",
    "Ω" * 260,
    "a\x0bb",
    "_x0041_",
    "P&L <x>",
)
CURRENCIES = ("EUR", "JPY", "KWD", "MXN", "USD")


def generated(seed: int) -> ClientFile:
    """The client of a number; the same number gives the same client."""
    chance = random.Random(seed)
    currency = chance.choice(CURRENCIES)
    client = golden(chance.choice(("en", "es")))
    client = with_tables(client, **_tables(chance, currency))
    policy = replace(client.policy, reporting_currency=chance.choice(CURRENCIES))
    if chance.random() < 0.3:
        bands = (ApprovalBand(0.125, "key_account_desk"), ApprovalBand(1.0, 'board "A"'))
        renewal = replace(policy.renewal, bands=bands, reason_codes=("merger", 'a "b" c'))
        policy = replace(policy, renewal=replace(renewal, margin_floor=chance.uniform(0, 0.9)))
    return replace(
        client,
        client_name=chance.choice(NAMES),
        currency=currency,
        policy=policy,
        manager_name=chance.choice(("", "Lucía <b>", "=1")),
        decision=_decision(chance) if chance.random() < 0.4 else None,
    )


def _tables(chance: random.Random, currency: str) -> dict[str, pd.DataFrame | None]:
    found: dict[str, pd.DataFrame | None] = {}
    lines = invoices(chance.choice((1, 3, 12, 60)), chance.randrange(1, 10**9), currency)
    count = len(lines["invoice_lines"])
    names = [chance.choice(PRODUCTS) for _ in range(10)]
    keys = [f"P{chance.randrange(12)}" for _ in range(count)]
    lines["invoice_lines"] = lines["invoice_lines"].assign(
        product_id=keys,
        description=[chance.choice(("", "=1+1", "a\x0bb", "d" * 400)) for _ in range(count)],
    )
    found |= lines
    found["products"] = table(
        "products",
        *({"product_id": f"P{n}", "product_name": name or None} for n, name in enumerate(names)),
    )
    found["costs"] = costs(chance.randrange(10**8), chance.randrange(10**7), currency)
    found["renewal_requests"] = request(
        currency,
        requested_discount=round(chance.uniform(0, 0.95), 3),
        price_minor=chance.choice((1, 99, 12_000_000, 987_654_321_01)),
        list_price_minor=chance.choice((None, 13_000_000)),
        renewal_probability=chance.choice((None, 0.0, 0.5, 1.0)),
        renewal_probability_discounted=chance.choice((None, 0.0, 0.9, 1.0)),
        term_years=chance.choice((None, 1, 3, 9)),
        wallet_minor=chance.choice((None, 0, 50_000_000)),
        concessions_minor=chance.choice((None, 0, 750_000)),
        reason_code=chance.choice((None, "=cmd|' /C calc'!A0", "price_pressure")),
    )
    for name in ("costs", "renewal_requests", "invoice_lines", "products", "invoices"):
        if chance.random() < 0.15:
            found[name] = None
    if chance.random() < 0.5:
        found["fx_rates"] = _rates()
    return found


def _rates() -> pd.DataFrame:
    rates = [
        {
            "rate_date": month + pd.offsets.MonthEnd(0),
            "rate_kind": kind,
            "base_currency": base,
            "quote_currency": "USD",
            "rate": rate,
        }
        for month in months()
        for kind in ("month_end", "average")
        for base, rate in (("EUR", "1.1"), ("JPY", "0.0066"), ("KWD", "3.25"), ("MXN", "0.055"))
    ]
    return table("fx_rates", *rates)


def _decision(chance: random.Random) -> RenewalDecision:
    return RenewalDecision(
        client_id=ACCOUNT,
        renewal_date=date(2027, 1, 1),
        edition_id="0" * 16,
        inputs={"discount": chance.uniform(0, 0.95), "concessions": 12_345, "probability": None},
        decision=chance.choice((None, *Offer)),
        reason=chance.choice(("", "price_pressure", "gone")),
        requested_by="=1+1",
        decided_by="",
        signed_by=chance.choice(("", 'Ana "la jefa"')),
        signed_on="2026-10-02",
        imported_by="ana",
        imported_at=datetime(2026, 10, 3, tzinfo=UTC),
        sha256="0" * 64,
    )
