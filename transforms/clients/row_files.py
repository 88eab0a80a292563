"""Which files of which systems a client's rows came from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import pandas as pd

from transforms.core.cells import Row, by_entity, whole_of
from transforms.metrics.metric_context import MetricContext
from transforms.tables import TABLES


@dataclass(frozen=True)
class RowFile:
    """A delivered file with rows of the client's."""

    source: str
    """The system."""
    source_file: str
    rows: int
    first_line: int


def row_files(
    context: MetricContext, names: Sequence[str]
) -> Mapping[str, Mapping[str, tuple[RowFile, ...]]]:
    """By table and client, in the order of systems and files; no entry for a missing feed.

    A table without accounts, such as the price list, is everybody's.
    """
    return {
        name: _by_client(context, name) if TABLES[name].has_account else _of_all(context, name)
        for name in names
        if context.has(name)
    }


def _by_client(context: MetricContext, name: str) -> Mapping[str, tuple[RowFile, ...]]:
    return by_entity(_counted(context.rows(name), ["entity_id"]), _row_file)


def _of_all(context: MetricContext, name: str) -> Mapping[str, tuple[RowFile, ...]]:
    counted = _counted(context.tables.rows(name), [])
    files = by_entity(counted.assign(entity_id=""), _row_file).get("", ())
    return dict.fromkeys(context.currencies.index, files)


def _counted(rows: pd.DataFrame, owner: list[str]) -> pd.DataFrame:
    by_file = rows.groupby([*owner, "source", "source_file"], as_index=False)["source_line"]
    return pd.DataFrame(by_file.agg(rows="size", first_line="min"))


def _row_file(row: Row) -> RowFile:
    return RowFile(
        str(row["source"]),
        str(row["source_file"]),
        whole_of(row["rows"]),
        whole_of(row["first_line"]),
    )
