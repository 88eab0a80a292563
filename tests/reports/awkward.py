"""Clients that are hard to show, each in one way, and a few dozen that mix the ways."""

import random
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache

from client_spec import Client
from clients import awkward_client, client_file, renamed, subscribed_client, yen_client

from reports.client import ClientFile, Remark

NAMES = (
    "=1+1",
    "🦊 Zorro & Hijos <SL>",
    "شركة النور للتجارة",
    "北浜商事 株式会社",
    "{client} %s \\n",
    "Ω" * 120,
    "W" * 120,
    'O\'Brien "Quoted" & Sons',
    "a",
    "-",
    "Ñandú\u0301 S.\u200bA.",
)
FEEDS = (
    *("tickets", "surveys", "usage", "tasks", "commitments", "goals", "contracts"),
    *("invoices", "invoice_lines", "subscriptions", "contacts", "opportunities", "costs"),
    *("meetings", "renewal_requests"),
)


def _with_commentary() -> ClientFile:
    remark = "Acordamos revisar juntos el plan de formación el 15 de octubre.\nFalta la sede norte."
    slides = ("summary", "usage", "goals", "service")
    spoken = tuple(Remark("qbr", slide, remark) for slide in slides)
    return replace(client_file(Client()), remarks=spoken)


def _falling() -> ClientFile:
    return client_file(
        Client(use_trend=-0.9, nps_scores=(0, 1, 2, 3, 4, 5), response_hours=30, late_critical=9)
    )


AWKWARD_CLIENTS: Mapping[str, Callable[[], ClientFile]] = {
    "long-name-and-lists": awkward_client,
    "yen": lambda: renamed(yen_client(), "Kitahama Shoji K.K."),
    "without-invoices": subscribed_client,
    "no-tickets": lambda: client_file(Client(without=("tickets",))),
    "falling": _falling,
    "one-month": lambda: client_file(Client(months=1, commitments=(), plans=0)),
    "forty-accounts": lambda: client_file(Client(accounts=tuple(f"a{n}" for n in range(1, 41)))),
    "steady": lambda: client_file(Client(use_trend=0.049, commitments=("open",) * 4)),
    "with-commentary": _with_commentary,
}
"""One for each way that has gone wrong somewhere; made when asked for, as each takes seconds."""


def mixed_client(seed: int, dress: int = 0) -> ClientFile:
    """A client drawn by a seed: any of the sizes and missing feeds together. Its `dress`, also
    drawn, is the name, language and locale that those rows are shown under."""
    dice = random.Random(f"{seed}/{dress}")
    language = dice.choice(("es", "en"))
    locale = dice.choice((f"{language}-MX", f"{language}-GB", language, "xx-YY"))
    client = renamed(_drawn(seed), dice.choice(NAMES))
    return replace(client, language=language, locale=locale)


@lru_cache(maxsize=1)
def _drawn(seed: int) -> ClientFile:
    """Computing its figures takes longer than making its decks."""
    dice = random.Random(seed)
    words = " ".join(dice.choice(NAMES) for _ in range(dice.randint(1, 3)))[:120]
    client = Client(
        currency=dice.choice(("MXN", "EUR", "JPY", "USD", "CLP")),
        months=dice.choice((1, 2, 5, 15)),
        invoice_major=dice.choice((0, 1, 84_000, 90_000_000)),
        accounts=tuple(f"a{n}" for n in range(1, dice.choice((1, 2, 12)) + 1)),
        products=tuple(f"{words} {n}" for n in range(1, dice.choice((1, 3, 9)) + 1)),
        use_trend=dice.choice((-1.0, -0.3, 0.0, 0.04, 5.0)),
        response_hours=dice.choice((0.0, 1.2, 40.0)),
        late_critical=dice.randint(0, 4),
        nps_scores=tuple(dice.randint(0, 10) for _ in range(dice.choice((0, 1, 4, 6, 40)))),
        milestones=dice.choice((0, 1, 6, 30)),
        commitments=tuple(
            dice.choice(("done", "open", "moved", "dropped"))
            for _ in range(dice.choice((0, 1, 15)))
        ),
        plans=dice.choice((0, 1, 12)),
        goals=tuple(
            (f"{words} {n}", dice.choice(("count", "percent", "hours", "days")), 10, actual, "up")
            for n, actual in enumerate(dice.choice(((), (12,), (0, None, 40), (5,) * 9)))
        ),
        without=tuple(feed for feed in FEEDS if dice.random() < 0.2),
    )
    return client_file(client)
