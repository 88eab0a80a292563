"""What a client's figures were computed from: its own rows, as they follow each other."""

import pandas as pd

from pipeline.compute.client_inputs import digests_by_client

OWNER = pd.Series({"a": "A", "a2": "A", "b": "B"})


def rows(*pairs: tuple[str, int]) -> pd.DataFrame:
    return pd.DataFrame(pairs, columns=["account_id", "amount"])


def digests(*pairs: tuple[str, int]) -> dict[str, str]:
    return dict(digests_by_client(rows(*pairs), OWNER))


def test_other_clients_rows_change_nothing_of_ones_own() -> None:
    before = digests(("a", 1), ("b", 2), ("a2", 3))
    after = digests(("b", 5), ("a", 1), ("a2", 3), ("b", 2), ("of nobody", 9))
    assert before.keys() == after.keys() == {"A", "B"}
    assert before["A"] == after["A"]
    assert before["B"] != after["B"]


def test_the_order_of_ones_own_rows_counts() -> None:
    assert digests(("a", 1), ("a2", 3)) != digests(("a2", 3), ("a", 1))


def test_a_table_without_rows_tells_nothing() -> None:
    assert digests() == digests(("of nobody", 9)) == {}
