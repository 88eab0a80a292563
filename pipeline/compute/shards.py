"""Which clients are worked on together: a shard reads its rows once."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from zlib import crc32

import pandas as pd

from messages.clause import Clause, Fact, clause
from messages.errors import CarteraError
from pipeline.compute.rows_as_of import rows_as_of
from pipeline.ingest.ingested import IngestedDelivery
from pipeline.settings import Settings
from transforms.metrics.metric_context import client_entities
from warehouse import Warehouse

CLIENTS_PER_SHARD = 200
FEWEST_PER_SHARD = 8
"""Below it, starting a shard costs more than a second worker saves."""


@dataclass(frozen=True)
class Shard:
    """Some reporting clients with all their accounts.

    `entities` has one row an account: `account_id`, `entity_id`, `currency`.
    """

    number: int
    entities: pd.DataFrame

    @property
    def client_ids(self) -> tuple[str, ...]:
        return tuple(sorted(self.entities["entity_id"].unique()))

    @property
    def account_ids(self) -> tuple[str, ...]:
        return tuple(sorted(self.entities["account_id"]))

    def without(self, clients: Collection[str]) -> "Shard | None":
        """The shard of its other clients; None where there is none."""
        others = self.entities[~self.entities["entity_id"].isin(list(clients))]
        return None if others.empty else Shard(self.number, others.reset_index(drop=True))


def shards_of(
    accounts: pd.DataFrame, reporting_currency: str, workers: int = 1
) -> tuple[Shard, ...]:
    """All accounts, dealt out by hash of their ultimate parent: shards of like size, at most
    two hundred clients each, and something for every worker where there is enough to do.
    """
    entities = client_entities(accounts, reporting_currency)
    clients = sorted(entities["entity_id"].unique(), key=lambda client: crc32(client.encode()))
    fewest = -(-len(clients) // CLIENTS_PER_SHARD)
    count = max(1, fewest, min(workers, len(clients) // FEWEST_PER_SHARD))
    number_of = {client: place % count for place, client in enumerate(clients)}
    numbers = entities["entity_id"].map(number_of)
    return tuple(
        Shard(int(key), group.reset_index(drop=True)) for key, group in entities.groupby(numbers)
    )


class NoAccountsError(CarteraError):
    """No account is known, so nothing can be reported."""

    code = "failure-no-accounts"
    told: tuple[Clause, ...]

    @property
    def facts(self) -> dict[str, Fact]:
        return {"why": self.told or (clause("hint-land-accounts"),)}


class UnknownAccountError(CarteraError):
    """An account that no load has delivered."""

    code = "failure-unknown-account"
    exit_code = 2

    account: str


def known_shards(
    settings: Settings,
    warehouse: Warehouse,
    known_at: datetime,
    deliveries: Iterable[IngestedDelivery],
) -> tuple[Shard, ...]:
    """All clients known at the cut-off; raises NoAccountsError, which tells what went wrong."""
    rows = rows_as_of(warehouse, known_at, names=("accounts",)).rows("accounts")
    if rows.empty:
        raise NoAccountsError(tuple(told for delivery in deliveries for told in delivery.told))
    return shards_of(rows, settings.company.reporting_currency, settings.workers)


def wanted_clients(
    shards: Iterable[Shard], accounts: Iterable[str] | None
) -> frozenset[str] | None:
    """The reporting clients of the accounts asked for; None where all are wanted."""
    if accounts is None:
        return None
    client_of = {
        account: client
        for shard in shards
        for account, client in zip(
            shard.entities["account_id"], shard.entities["entity_id"], strict=True
        )
    }
    for account in accounts:
        if account not in client_of:
            raise UnknownAccountError(account)
    return frozenset(client_of[account] for account in accounts)
