"""Texts of whole columns as numbers: comparing and looking up rows costs nothing then."""

# Arrow has no type stubs.
# pyright: reportMissingTypeStubs=false, reportUnknownMemberType=false
# pyright: reportUnknownVariableType=false, reportUnknownArgumentType=false
# pyright: reportUnknownParameterType=false, reportAttributeAccessIssue=false

import numpy as np
import numpy.typing as npt
import pandas as pd
import pyarrow as pa
import pyarrow.compute as pc

from transforms.core.exact import Integers

_FEW = 1000
"""Rows that mostly tell already whether a column says more than one thing."""


def numbered(texts: pd.Series) -> tuple[npt.NDArray[np.int32], pd.Index]:
    """A number for every row, −1 where the text is missing, and the texts in that order.

    Arrow does it, which holds up no other thread meanwhile.
    """
    words = pa.array(texts)
    if _is_one(words):
        return np.zeros(len(words), dtype=np.int32), pd.Index([words[0].as_py()], dtype="str")
    found = words.dictionary_encode()
    whole = found.combine_chunks() if isinstance(found, pa.ChunkedArray) else found
    numbers = whole.indices.fill_null(-1).to_numpy(zero_copy_only=False)
    return numbers, pd.Index(whole.dictionary.to_pandas(), dtype="str")


def _is_one(words: pa.Array | pa.ChunkedArray) -> bool:
    """Whether all rows say the same, as in the books of a company with one currency."""
    return all(
        len(part) and pc.all(pc.equal(part, part[0]), skip_nulls=False).as_py()
        for part in (words[:_FEW], words)
    )


def coded(texts: pd.Series) -> pd.Series:
    """Texts as a categorical column, so that rows carry small numbers."""
    numbers, different = numbered(texts)
    column = pd.Categorical.from_codes(numbers, categories=different, validate=False)
    return pd.Series(column, index=texts.index, name=texts.name, copy=False)


def places_among(texts: pd.Series, listed: pd.Index) -> Integers:
    """Where each row's text stands in a list of different ones; −1 where it does not."""
    numbers, different = numbered(texts)
    return np.append(listed.get_indexer(different), -1)[numbers]
