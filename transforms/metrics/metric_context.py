"""What KPIs are computed from: one shard's canonical tables, and whose rows are whose."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import Any, Self, TypeVar

import numpy as np
import numpy.typing as npt
import pandas as pd

from transforms.core.canonical import KEPT_OUT_DTYPES, CanonicalTables, frame_of
from transforms.core.encoded_columns import places_among
from transforms.core.exact import with_columns
from transforms.core.parents import ultimate_parents
from transforms.core.periods import Period
from transforms.core.policy import Policy
from transforms.core.rates import Rates
from transforms.metrics.account_frames import AccountFrames
from transforms.metrics.norms import Population
from transforms.sales.held_products import HeldProducts
from transforms.sales.unassigned_deals import with_stand_ins

T = TypeVar("T")


@dataclass(frozen=True)
class MetricContext:
    """The rows of some entities, and what is needed to compute with them.

    `entities` has one row an account: `account_id`, the `entity_id` it belongs to (its
    reporting client, or "portfolio"), and the `currency` that entity is reported in.
    """

    tables: CanonicalTables
    entities: pd.DataFrame
    policy: Policy
    rates: Rates
    entity_type: str = "client"
    population: Population | None = None
    """What all clients are like; only figures that compare with it need it."""
    held: HeldProducts | None = None
    """What all clients have; only what may be offered to one needs it."""
    last_day: date | None = None
    """The last day that the rows speak of; None where every period asked for is over."""
    few_join: frozenset[str] = frozenset()
    """Tables most of whose rows join no account: figures over them are of the others alone."""
    kept_out: pd.DataFrame = field(default_factory=lambda: frame_of(KEPT_OUT_DTYPES))
    """Rows that were kept out of their tables; columns of `KEPT_OUT_DTYPES`."""
    frames: AccountFrames | None = None
    """What figures are taken from, by account; every grouping of the same tables shares it."""
    memo: dict[object, Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What these entities' figures have in common; see `once`."""

    def __post_init__(self) -> None:
        frames = self.frames
        if frames is None or frames.tables is not self.tables or frames.policy is not self.policy:
            object.__setattr__(self, "frames", AccountFrames(self.tables, self.policy))

    @property
    def accounts(self) -> AccountFrames:
        """What figures are taken from, by account."""
        if self.frames is None:
            raise ValueError("a context is made with the frames of its accounts")
        return self.frames

    def once(self, key: object, build: Callable[[], T]) -> T:
        """What is built on first use and kept as long as this context. Callers leave it unchanged.

        `key` is the declaration or function that it follows from, and what else it depends on, such
        as a period.
        """
        if key not in self.memo:
            self.memo[key] = build()
        return self.memo[key]

    def has(self, feed: str) -> bool:
        """Whether the company has this table at all, be it without rows for these entities."""
        return feed in self.tables

    def is_over(self, period: Period) -> bool:
        """Whether the rows speak of all days of the period."""
        return self.last_day is None or period.is_over_on(self.last_day)

    def grouped(self, entities: pd.DataFrame, entity_type: str) -> Self:
        """The same rows seen by other entities or in other reporting currencies."""
        return replace(self, entities=entities, entity_type=entity_type)

    def rows(self, name: str) -> pd.DataFrame:
        """A table's rows as `owned` gives them; accounts outside are left out. Deals without
        account are those of `stand_ins`, which only groups have."""
        return self.once((MetricContext.rows, name), lambda: self.owned(self._with_accounts(name)))

    def _with_accounts(self, name: str) -> pd.DataFrame:
        frame = self.tables.rows(name)
        return with_stand_ins(frame) if name == "opportunities" else frame

    def owned(self, frame: pd.DataFrame) -> pd.DataFrame:
        """The rows of any frame with `account_id`, with `entity_id`, `entity_currency` and
        `entity`, the entity's place in `currencies`."""
        owner = places_among(frame["account_id"], self.account_index)
        is_ours = owner >= 0
        if not is_ours.all():
            frame, owner = frame.loc[is_ours], owner[is_ours]
        return frame.reset_index(drop=True).assign(
            entity_id=self.entities["entity_id"].array.take(owner),
            entity_currency=self.entities["currency"].array.take(owner),
            entity=self._entity_places[owner],
        )

    def placed(self, frame: pd.DataFrame) -> pd.DataFrame:
        """As `owned`, with the numbers alone: `account`, the place of the row's account in
        `entities`, and `entity`."""
        account = places_among(frame["account_id"], self.account_index)
        is_ours = account >= 0
        if not is_ours.all():
            frame, account = frame.loc[is_ours], account[is_ours]
        entity = self._entity_places[account]
        return with_columns(frame.reset_index(drop=True), account=account, entity=entity)

    def with_currencies(self, sums: pd.DataFrame) -> pd.DataFrame:
        """Sums by `account` with the `entity` it belongs to and that one's `entity_currency`."""
        account = sums["account"].to_numpy(dtype=np.int64)
        currency = {"currency": sums["currency"].astype("str")} if "currency" in sums else {}
        return sums.assign(
            **currency,
            entity=self._entity_places[account],
            entity_currency=self.entities["currency"].array.take(account),
        )

    @cached_property
    def _entity_places(self) -> npt.NDArray[np.int64]:
        """Of every account, its entity's place in `currencies`."""
        entities = pd.Index(self.entities["entity_id"])
        return self.currencies.index.get_indexer(entities).astype(np.int64)

    @cached_property
    def account_index(self) -> pd.Index:
        """The accounts in the order of `entities`; an account belongs to one entity."""
        index = pd.Index(self.entities["account_id"])
        if not index.is_unique:
            raise ValueError("an account belongs to exactly one entity")
        return index

    @cached_property
    def currencies(self) -> "pd.Series[str]":
        """The reporting currency of every entity, by entity id, sorted."""
        unique = self.entities.drop_duplicates("entity_id").set_index("entity_id")
        return unique["currency"].sort_index()


def account_entities(accounts: pd.DataFrame, reporting_currency: str) -> pd.DataFrame:
    """Entities for billing accounts: each by itself, shown in its own currency."""
    ids = accounts["account_id"]
    currency = accounts["currency"].fillna(reporting_currency).astype("str")
    return pd.DataFrame({"account_id": ids, "entity_id": ids, "currency": currency})


def client_entities(accounts: pd.DataFrame, reporting_currency: str) -> pd.DataFrame:
    """Entities for reporting clients: each shown in its ultimate parent's currency."""
    owners = ultimate_parents(accounts)
    currency_of = accounts.set_index("account_id")["currency"]
    currency = owners["entity_id"].map(currency_of).fillna(reporting_currency)
    return owners.assign(currency=currency.astype("str"))
