"""How signals gather what speaks for them."""

import pandas as pd

from transforms.metrics.entity_rows import in_period, local_days
from transforms.metrics.kpi import KpiValue
from transforms.signals.model import Case, FigureEvidence, RowEvidence


def below(value: KpiValue, limit: float) -> tuple[FigureEvidence, ...]:
    """The figure as evidence where it has a value under the limit."""
    number = value.value
    return () if number is None or number >= limit else (FigureEvidence(value, limit),)


def above(value: KpiValue, limit: float) -> tuple[FigureEvidence, ...]:
    """The figure as evidence where it has a value over the limit."""
    number = value.value
    return () if number is None or number <= limit else (FigureEvidence(value, limit),)


def happened(case: Case, instants: pd.Series) -> pd.Series:
    """Which instants fell into the period by the company's clocks."""
    return in_period(local_days(instants, case.policy.time_zone), case.period)


def quoted(
    table: str, rows: pd.DataFrame, text: str, day: str, most: int = 3
) -> tuple[RowEvidence, ...]:
    """The newest rows, each with the words of one column and the day of another."""
    newest = rows.sort_values(day, ascending=False, kind="stable").head(most)
    return tuple(
        RowEvidence(
            table,
            "" if pd.isna(said) else str(said),
            None if pd.isna(when) else pd.Timestamp(when).date(),
            str(source),
            str(file),
            int(line),
        )
        for said, when, source, file, line in newest[
            [text, day, "source", "source_file", "source_line"]
        ].itertuples(index=False)
    )


def known_by(case: Case, table: str, day: str) -> pd.DataFrame:
    """The table's rows dated up to the valuation date."""
    rows = case.tables.rows(table)
    return rows[rows[day] < pd.Timestamp(case.period.end)]
