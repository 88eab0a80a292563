"""Figures over tables most of whose rows join no account: they say so."""

from collections.abc import Collection

import pandas as pd

from transforms.metrics.kpi import Caveat

_GIVES_WAY = ("", Caveat.INFERRED)
"""What is said beside a value that this goes before."""


def told_where_few_join(values: pd.DataFrame, of_few: Collection[str]) -> pd.DataFrame:
    """KPI values with the caveat `few_join` beside those of the KPIs named by `of_few`."""
    if not of_few:
        return values
    is_told = (values["reason"] == "") & values["kpi"].isin(list(of_few))
    note = values["note"].mask(is_told & values["note"].isin(_GIVES_WAY), Caveat.FEW_JOIN.value)
    return values.assign(note=note)
