"""What KPIs are computed from: one shard's canonical tables, and whose rows are whose."""

from dataclasses import dataclass, field

import pandas as pd

from transforms.canonical import CanonicalTables
from transforms.policy import Policy
from transforms.rates import Rates


@dataclass(frozen=True)
class Facts:
    """The rows of some entities, and what is needed to compute with them.

    `entities` has one row an account: `account_id`, the `entity_id` it belongs to (its
    reporting client, or "portfolio"), and the `currency` that entity is reported in.
    """

    tables: CanonicalTables
    entities: pd.DataFrame
    policy: Policy
    rates: Rates
    entity_type: str = "client"
    cache: dict[str, pd.DataFrame] = field(default_factory=dict, repr=False, compare=False)
    """Frames that several KPIs share, such as revenue by account and month; see `shared`."""

    def has(self, feed: str) -> bool:
        """Whether the company has this table at all, be it without rows for these entities."""
        return feed in self.tables

    def rows(self, name: str) -> pd.DataFrame:
        """A table's rows with `entity_id` and `entity_currency`; accounts outside are left out."""
        owners = self.entities.rename(columns={"currency": "entity_currency"})
        return self.tables.rows(name).merge(
            owners[["account_id", "entity_id", "entity_currency"]],
            on="account_id",
            how="inner",
            validate="many_to_one",
        )

    @property
    def currencies(self) -> "pd.Series[str]":
        """The reporting currency of every entity, by entity id, sorted."""
        unique = self.entities.drop_duplicates("entity_id").set_index("entity_id")
        return unique["currency"].sort_index()


def ultimate_parents(accounts: pd.DataFrame) -> pd.DataFrame:
    """`account_id` and `entity_id`, the topmost account above it.

    A parent that is not in the table ends the climb; accounts in a cycle become their own
    clients. Both are validation failures, told elsewhere: here they must not crash.
    """
    parent_of = dict(zip(accounts["account_id"], accounts["parent_account_id"], strict=True))

    def top(account: str) -> str:
        seen = {account}
        current = account
        while isinstance(parent := parent_of.get(current), str) and parent in parent_of:
            if parent in seen:
                return account
            seen.add(parent)
            current = parent
        return current

    ids = accounts["account_id"].tolist()
    return pd.DataFrame({"account_id": ids, "entity_id": [top(item) for item in ids]}, dtype="str")


def client_entities(accounts: pd.DataFrame, reporting_currency: str) -> pd.DataFrame:
    """Entities for reporting clients: each shown in its ultimate parent's currency."""
    owners = ultimate_parents(accounts)
    currency_of = accounts.set_index("account_id")["currency"]
    currency = owners["entity_id"].map(currency_of).fillna(reporting_currency)
    return owners.assign(currency=currency.astype("str"))
