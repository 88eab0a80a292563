"""Which clients' files are held back, and why."""

from collections.abc import Mapping

import pandas as pd

from pipeline.compute.shards import Shard

_BILLED_TABLES = ("invoices", "invoice_lines")


def held_clients(
    shard: Shard,
    held: pd.DataFrame,
    quarantine: pd.DataFrame,
    invoiced_minor: Mapping[str, int],
    limit: float,
) -> dict[str, tuple[str, ...]]:
    """Reasons by client: a critical rule, or too much money kept out to trust the rest.

    `held` has account_id and reason; `quarantine` the faults of the newest loads and of what is
    still kept out of earlier ones; `invoiced_minor` what each client was invoiced in the period.
    Money kept out beyond `limit` (a share of that) holds the client, and so does an amount that
    cannot be read.
    """
    owner = shard.entities.set_index("account_id")["entity_id"]
    reasons: dict[str, list[str]] = {}
    for account, reason in zip(held["account_id"], held["reason"], strict=True):
        if account in owner.index:
            reasons.setdefault(owner[account], []).append(reason)
    for client, reason in _by_money(owner, quarantine, invoiced_minor, limit).items():
        reasons.setdefault(client, []).append(reason)
    return {client: tuple(sorted(set(found))) for client, found in reasons.items()}


def _by_money(
    owner: "pd.Series[str]",
    quarantine: pd.DataFrame,
    invoiced_minor: Mapping[str, int],
    limit: float,
) -> dict[str, str]:
    billed = quarantine[
        quarantine["table_name"].isin(_BILLED_TABLES)
        & (quarantine["severity"] == "quarantine")
        & quarantine["account_id"].isin(owner.index)
        & (quarantine["rule"] != "exact_repeat")  # its money is already in, once
    ]
    found: dict[str, str] = {}
    for client, rows in billed.groupby(billed["account_id"].map(owner)):
        amounts = rows.groupby("table_name")["amount_minor"].agg(lambda part: part.abs().sum())
        if rows["amount_minor"].isna().any():
            found[str(client)] = "unreadable_amounts"
        elif amounts.max() > limit * invoiced_minor.get(str(client), 0):
            found[str(client)] = "quarantined_money"
    return found
