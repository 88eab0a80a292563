"""Whose files are held back, and why."""

import pandas as pd

from pipeline.compute.shards import Shard
from pipeline.publishing.delivery_holds import held_clients
from transforms.core.canonical import QUARANTINE_DTYPES, frame_of

SHARD = Shard(
    0,
    pd.DataFrame(
        {
            "account_id": ["A", "A-child", "B"],
            "entity_id": ["A", "A", "B"],
            "currency": ["EUR", "EUR", "EUR"],
        }
    ),
)
NOBODY = pd.DataFrame({"account_id": [], "reason": []}, dtype="str")


def fault(account: str, amount: int | None, rule: str = "unreadable_date") -> dict[str, object]:
    return {
        "table_name": "invoices",
        "rule": rule,
        "severity": "quarantine",
        "account_id": account,
        "amount_minor": amount,
    }


def held(
    quarantine: list[dict[str, object]], accounts: pd.DataFrame = NOBODY
) -> dict[str, tuple[str, ...]]:
    frame = frame_of(QUARANTINE_DTYPES, quarantine)
    return held_clients(SHARD, accounts, frame, {"A": 100_000, "B": 100_000}, 0.005)


def test_a_childs_broken_rule_holds_the_reporting_client() -> None:
    accounts = pd.DataFrame({"account_id": ["A-child"], "reason": ["lines_sum_to_net"]})
    assert held([], accounts) == {"A": ("lines_sum_to_net",)}


def test_money_kept_out_beyond_the_limit_holds_only_that_client() -> None:
    assert held([fault("A-child", 501)]) == {"A": ("quarantined_money",)}
    assert held([fault("A-child", 500)]) == {}
    assert held([fault("A", 300), fault("A", -300)]) == {"A": ("quarantined_money",)}


def test_an_amount_that_cannot_be_read_holds_the_client() -> None:
    assert held([fault("B", None)]) == {"B": ("unreadable_amounts",)}


def test_an_exact_repeat_holds_nobody_because_its_money_is_in() -> None:
    assert held([fault("A", 9_999, rule="exact_repeat")]) == {}
