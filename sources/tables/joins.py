"""Which account a row belongs to: by account map, by a parent row, or as written."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from sources.mapping.grammar import ColumnRule
from sources.values.salesforce_ids import eighteen
from transforms.clients.merged_accounts import MERGED, survivor
from transforms.tables import TableSpec

LINKS = "account_links"
ACCOUNTS = "accounts"


@dataclass(frozen=True)
class KnownKeys:
    """Keys already in the warehouse, so that a delivery of lines only still joins.

    `account_of`: by table and key, the account; `links`: by system and key there, the account.
    """

    account_of: Mapping[str, Mapping[str, str]]
    links: Mapping[tuple[str, str], str]


@dataclass(frozen=True)
class Resolved:
    """For each row its account, the filter it inherits, and the rule by which it joins nothing.

    `former` says whether an account is named that was merged into this one.
    """

    accounts: pd.Series
    filters: NDArray[np.object_]
    faults: NDArray[np.object_]
    former: NDArray[np.bool_]


@dataclass
class _Seen:
    """What became of a table's keys in this delivery."""

    account_of: dict[str, str] = field(default_factory=dict)
    filter_of: dict[str, str] = field(default_factory=dict)
    quarantined: dict[str, str] = field(default_factory=dict)
    """The account that each row kept out names; empty where it could not be read."""
    nobodys: set[str] = field(default_factory=set)
    """Of those the ones that name no account, or none that is known."""


class Joins:
    """The keys met so far, and what each leads to."""

    def __init__(self, known: KnownKeys, parents: frozenset[str]) -> None:
        """`parents` are the tables whose keys other rows join by."""
        self._known = known
        self._parents = parents
        self._seen: dict[str, _Seen] = {}
        self._links: dict[tuple[str, str], str] = dict(known.links)
        self._delivered: dict[tuple[str, str], str] = {}
        self._merged_into = _merged_into(self._links)

    def resolve(self, rule: ColumnRule, written: pd.Series) -> Resolved:
        """The accounts that a column's written keys mean under its rule."""
        codes, keys = pd.factorize(written)
        outcomes = [self._outcome(rule, key) for key in keys] + [("", "", "")]
        table = np.array(outcomes, dtype=object).reshape(-1, 3)[codes]
        accounts = pd.Series(table[:, 0], index=written.index, dtype="str")
        former = np.array([*(self._is_former(rule, key) for key in keys), False])[codes]
        return Resolved(accounts.mask(accounts == ""), table[:, 1], table[:, 2], former)

    def _is_former(self, rule: ColumnRule, key: str) -> bool:
        account = self._links.get((rule.link, key), "") if rule.link else key
        return not rule.via and self.survivor(account) != account

    @property
    def has_former(self) -> bool:
        """Whether any account was merged into another."""
        return bool(self._merged_into)

    def _outcome(self, rule: ColumnRule, key: str) -> tuple[str, str, str]:
        """Account, inherited filter, broken rule."""
        if rule.via:
            return self._by_parent(rule.via, key)
        account = self._links.get((rule.link, key), "") if rule.link else key
        if not account:
            return "", "", "unknown_account"
        account = self.survivor(self._as_known(account))
        seen = self._seen.get(ACCOUNTS, _Seen())
        if account in seen.account_of:
            return account, "", ""
        return account, seen.filter_of.get(account, ""), ""

    def _as_known(self, account: str) -> str:
        """Salesforce's short id as the long one, where an account has that: reports and people
        write the one, exports the other."""
        long = eighteen(account)
        seen = self._seen.get(ACCOUNTS, _Seen())
        known = (seen.account_of, seen.filter_of, self._known.account_of.get(ACCOUNTS, {}))
        has_long = any(long in keys for keys in known)
        return long if has_long and not any(account in keys for keys in known) else account

    def _by_parent(self, table: str, key: str) -> tuple[str, str, str]:
        """This delivery's word about the parent counts before the warehouse's."""
        seen = self._seen.get(table, _Seen())
        if key in seen.account_of:
            return seen.account_of[key], "", ""
        if key in seen.filter_of:
            return "", seen.filter_of[key], ""
        if key in seen.nobodys:
            return "", "", "unknown_account"
        if key in seen.quarantined:
            return seen.quarantined[key], "", "parent_quarantined"
        account = self._known.account_of.get(table, {}).get(key, "")
        return self.survivor(account), "", "" if account else "unknown_account"

    def are_known(self, accounts: pd.Series) -> "pd.Series[bool]":
        """Which of them are accounts of this delivery, or of the warehouse."""
        seen = self._seen.get(ACCOUNTS, _Seen()).account_of
        return accounts.isin([*seen, *self._known.account_of.get(ACCOUNTS, {})])

    def survivor(self, account: str) -> str:
        """The account that this one was merged into, in the end; itself where it was not."""
        return survivor(account, self._merged_into)

    def survivors(self, accounts: pd.Series) -> pd.Series:
        """Former accounts replaced by those that they were merged into."""
        codes, keys = pd.factorize(accounts)
        found = np.array([*(self.survivor(key) for key in keys), None], dtype=object)[codes]
        return pd.Series(found, index=accounts.index, dtype="str")

    def met_again(
        self, links: pd.DataFrame, is_open: NDArray[np.bool_]
    ) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
        """Of the open links those that the delivery said before, and those it said otherwise.

        The first said counts: sources speak in the order in which cartera.toml names them.
        """
        same, other = np.zeros(len(links), dtype=bool), np.zeros(len(links), dtype=bool)
        told = links[["system", "external_id", "account_id"]]
        for row in (is_open & told.notna().all(axis=1).to_numpy()).nonzero()[0].tolist():
            system, key, account = told.iloc[row]
            first = self._delivered.get((system, key))
            self._delivered.setdefault((system, key), account)
            same[row], other[row] = first == account, first not in (None, account)
        return same, other

    def learn(
        self,
        spec: TableSpec,
        rows: pd.DataFrame,
        filters: NDArray[np.object_],
        is_faulty: NDArray[np.bool_],
        is_nobodys: NDArray[np.bool_],
    ) -> None:
        """Remember the keys of a table's rows: loaded, filtered or quarantined, as some are that
        say they are nobody's, or whose account nobody knows."""
        is_loaded = (filters == "") & ~is_faulty
        if spec.name == LINKS:
            loaded = rows[is_loaded]
            keys = zip(loaded["system"], loaded["external_id"], strict=True)
            self._links |= dict(zip(keys, loaded["account_id"], strict=True))
            self._merged_into = _merged_into(self._links)
        if spec.name not in self._parents:
            return
        seen = self._seen.setdefault(spec.name, _Seen())
        keys = rows[spec.key[0]]
        codes, accounts = pd.factorize(rows["account_id"][is_loaded])
        # Each account's text once: millions of documents belong to thousands of accounts.
        owners = np.array([*accounts, None], dtype=object)[codes].tolist()
        seen.account_of |= dict(zip(keys[is_loaded].tolist(), owners, strict=True))
        is_filtered = filters != ""
        seen.filter_of |= dict(zip(keys[is_filtered], filters[is_filtered], strict=True))
        out = rows.loc[is_faulty & ~is_filtered].dropna(subset=spec.key[0])
        named = zip(out[spec.key[0]], out["account_id"].fillna(""), strict=True)
        seen.quarantined |= dict(named)
        seen.nobodys |= set(keys[is_faulty & ~is_filtered & is_nobodys].dropna())


def _merged_into(links: Mapping[tuple[str, str], str]) -> dict[str, str]:
    return {key: account for (system, key), account in links.items() if system == MERGED}
