"""Texts of a column get numbers that stand for the same texts, missing ones −1."""

import pandas as pd
import pytest

from transforms.core.encoded_columns import coded, numbered, places_among


@pytest.mark.parametrize(
    "texts",
    [["b", "a", None, "b"], ["USD", "USD", "USD"], ["USD", None], [None, None], []],
)
def test_numbers_stand_for_the_same_texts(texts: list[str | None]) -> None:
    column = pd.Series(texts, dtype="str")
    numbers, different = numbered(column)
    assert different.is_unique
    assert [different[number] if number >= 0 else None for number in numbers] == texts
    assert coded(column).astype("str").equals(column)


def test_a_late_other_text_is_not_taken_for_the_first() -> None:
    numbers, different = numbered(pd.Series(["EUR"] * 5_000 + ["USD"], dtype="str"))
    assert list(different) == ["EUR", "USD"]
    assert numbers.sum() == numbers[-1] == 1


def test_texts_are_found_where_the_list_has_them_and_nowhere_else() -> None:
    column = pd.Series(["b", "c", None, "a"], dtype="str")
    assert places_among(column, pd.Index(["a", "b"])).tolist() == [1, -1, -1, 0]
