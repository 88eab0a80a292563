"""Figures over rows that were kept out equal a slow reference, row by row and client by client."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reference_service.as_facts import facts_of
from reference_service.company import Company, Row
from service_companies import PERIOD, companies

from transforms.core.canonical import KEPT_OUT_DTYPES
from transforms.core.periods import Period
from transforms.core.row_days import row_days, row_kinds
from transforms.kpis import compute_all
from transforms.tables import TABLES, Kind

pytestmark = pytest.mark.thorough

ANYWHERE = timedelta(hours=14)
COUNTED = {"csat_answers": "surveys", "tickets_created": "tickets", "tasks_due": "tasks"}


def may_be_of(table: str, row: Row, period: Period) -> bool:
    kinds = (Kind.DATE, Kind.TIMESTAMP)
    said = [row.get(column.name) for column in TABLES[table].columns if column.kind in kinds]
    known = [value for value in said if value is not None]
    first = min((_day(value, -ANYWHERE) for value in known), default=date.min)
    last = max((_day(value, ANYWHERE) for value in known), default=date.max)
    goes_on = len(known) < len(said)
    return first < period.end and (goes_on or last >= period.start)


def _day(value: Any, apart: timedelta) -> date:
    return (value + apart).date() if isinstance(value, datetime) else value


def split(company: Company, places: frozenset[int]) -> tuple[Company, dict[str, list[Row]]]:
    """The company without the rows at these places of each table, and those rows."""
    out = {
        table: [row for place, row in enumerate(getattr(company, table)) if place in places]
        for table in COUNTED.values()
    }
    left = {
        table: [row for row in getattr(company, table) if row not in rows]
        for table, rows in out.items()
    }
    return replace(company, **left), out


def told(out: dict[str, list[Row]], *, is_read: bool) -> pd.DataFrame:
    frames = [pd.DataFrame(columns=list(KEPT_OUT_DTYPES))]
    for table, rows in out.items():
        found = TABLES[table].conform(pd.DataFrame([dict(row) for row in rows]))
        days = row_days(TABLES[table], found)
        kinds = row_kinds(TABLES[table], found)
        account = found["account_id"] if is_read else ""
        frames.append(days.assign(table_name=table, account_id=account, kind=kinds))
    return pd.concat(frames).astype(KEPT_OUT_DTYPES)


@settings(deadline=None, max_examples=30)
@given(
    company=companies,
    places=st.frozensets(st.integers(0, 11), min_size=4),
    is_read=st.booleans(),
)
def test_a_client_without_a_row_left_has_no_figure(
    company: Company, places: frozenset[int], is_read: bool
) -> None:
    """Where the accounts could not be read, the rows may be any client's."""
    left, out = split(company, places)
    whole = compute_all(facts_of(left), [PERIOD], list(COUNTED))
    context = replace(facts_of(left), kept_out=told(out, is_read=is_read))
    found = compute_all(context, [PERIOD], list(COUNTED)).set_index(["entity_id", "kpi"])
    for one in whole.itertuples():
        table = COUNTED[one.kpi]
        own = left.of(one.entity_id, out[table]) if is_read else out[table]
        gone, stays = (
            {row.get("survey_kind") for row in rows if may_be_of(table, row, PERIOD)}
            for rows in (own, left.of(one.entity_id, getattr(left, table)))
        )
        row = found.loc[(one.entity_id, one.kpi)]
        is_absent = bool(gone - stays) and one.rows == 0
        assert (row["reason"] == "rows_kept_out") == is_absent, one
        assert pd.isna(row["value"]) if is_absent else row["value"] == one.value
