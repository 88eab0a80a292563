"""Which products clients have: what nobody like a client buys is not offered to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Self

import pandas as pd


@dataclass(frozen=True)
class HeldProducts:
    """Products on which a subscription of some client runs on a day."""

    by_segment: Mapping[str, frozenset[str]]
    by_anybody: frozenset[str]

    @classmethod
    def of(cls, subscriptions: pd.DataFrame, accounts: pd.DataFrame, on: date) -> Self:
        """From canonical rows of all clients; an account without a segment has that of the account
        above it."""
        day = pd.Timestamp(on)
        has_begun = subscriptions["start_date"] <= day
        runs = has_begun & (subscriptions["end_date"].isna() | (subscriptions["end_date"] > day))
        held = subscriptions[runs.fillna(False)].dropna(subset="product_id")
        own = accounts.drop_duplicates("account_id").set_index("account_id")
        segments = own["segment"].fillna(own["parent_account_id"].map(own["segment"]))
        named = held.assign(segment=held["account_id"].map(segments)).dropna(subset="segment")
        return cls(
            {
                str(segment): frozenset(map(str, rows["product_id"]))
                for segment, rows in named.groupby("segment")
            },
            frozenset(map(str, held["product_id"])),
        )

    def by_clients_like(self, segment: str) -> frozenset[str]:
        """What clients of a segment have; of a client without one, what any other has."""
        return self.by_segment.get(segment, frozenset()) if segment else self.by_anybody
