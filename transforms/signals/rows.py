"""The rows that signals look at, for many clients at once."""

from collections.abc import Callable

import pandas as pd

from transforms.billing.billed_products import billed_products
from transforms.core.cells import (
    Row,
    by_entity,
    day_of,
    number_of,
    records,
    text_of,
    truth_of,
    whole_of,
)
from transforms.core.days import in_period, local_days
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext
from transforms.metrics.population import is_had_by_like
from transforms.service.delivery_tasks import waiting_tasks
from transforms.service.survey_answers import DETRACTOR_SCORE
from transforms.signals.model import DiscountRequest, RiskNote, RowEvidence, SignalRows


def signal_rows(context: MetricContext, period: Period) -> dict[str, SignalRows]:
    """By client, for every client of the context."""
    risks = by_entity(_open_notes(context, period), _risk_note)
    requests = by_entity(_until(context, "renewal_requests", "requested_date", period), _request)
    not_owned = _not_owned(context, period)
    comments = by_entity(
        _low_comments(context, period), _quoting("surveys", "comment", "answered_at")
    )
    complaints = by_entity(
        _complaints(context, period), _quoting("tickets", "subject", "created_at")
    )
    waiting = _waiting(context, period)
    return {
        client: SignalRows(
            risks.get(client, ()),
            requests.get(client, ()),
            not_owned.get(client, ()),
            comments.get(client, ()),
            complaints.get(client, ()),
            waiting.get(client, {}),
        )
        for client in context.currencies.index
    }


def _quoted(table: str, row: Row, text: str, day: str) -> RowEvidence:
    return RowEvidence(
        table,
        text_of(row[text]),
        day_of(row[day]),
        str(row["source"]),
        str(row["source_file"]),
        whole_of(row["source_line"]),
    )


def _quoting(table: str, text: str, day: str) -> Callable[[Row], RowEvidence]:
    return lambda row: _quoted(table, row, text, day)


def _until(context: MetricContext, table: str, day: str, period: Period) -> pd.DataFrame:
    """The table's rows dated up to the valuation date."""
    rows = context.rows(table)
    return rows[rows[day] < pd.Timestamp(period.end)]


def _open_notes(context: MetricContext, period: Period) -> pd.DataFrame:
    notes = _until(context, "risk_notes", "noted_date", period)
    closed = notes["closed_date"]
    return notes[closed.isna() | (closed >= pd.Timestamp(period.end))]


def _risk_note(row: Row) -> RiskNote:
    return RiskNote(
        str(row["risk_kind"]),
        text_of(row["subject"]),
        day_of(row["due_date"]),
        _quoted("risk_notes", row, "note", "noted_date"),
    )


def _request(row: Row) -> DiscountRequest | None:
    day, discount = day_of(row["requested_date"]), number_of(row["requested_discount"])
    if day is None or discount is None:
        return None
    table, asked = "renewal_requests", "requested_date"
    competitor = _quoted(table, row, "competitor", asked) if text_of(row["competitor"]) else None
    return DiscountRequest(day, discount, _quoted(table, row, "reason_code", asked), competitor)


def _not_owned(context: MetricContext, period: Period) -> dict[str, tuple[RowEvidence, ...]]:
    held, end = context.rows("subscriptions"), pd.Timestamp(period.end)
    runs = held[(held["start_date"] < end) & (held["end_date"].isna() | (held["end_date"] >= end))]
    sold = [
        (str(row["product_id"]), _product(row))
        for row in records(context.tables.rows("products"))
        if truth_of(row["is_recurring"])
    ]
    billed = billed_products(context, period.valuation_date)
    owned: dict[str, set[str]] = {}
    for client, product in runs[["entity_id", "product_id"]].dropna().itertuples(index=False):
        owned.setdefault(client, set()).add(product)
    return {
        client: tuple(
            row
            for product, row in sold
            if product not in has | billed.get(client, set())
            and is_had_by_like(context, client, product)
        )
        for client, has in owned.items()
    }


def _product(row: Row) -> RowEvidence:
    place = str(row["source"]), str(row["source_file"]), whole_of(row["source_line"])
    return RowEvidence("products", text_of(row["product_name"]), None, *place)


def _low_comments(context: MetricContext, period: Period) -> pd.DataFrame:
    answers = context.rows("surveys")
    is_low = (answers["survey_kind"] == "nps") & (answers["score"] <= DETRACTOR_SCORE)
    when = local_days(answers["answered_at"], context.policy.time_zone)
    said = is_low.fillna(False) & answers["comment"].notna() & in_period(when, period)
    return answers[said].sort_values("answered_at", ascending=False, kind="stable")


def _complaints(context: MetricContext, period: Period) -> pd.DataFrame:
    tickets = context.rows("tickets")
    is_complaint = tickets["is_complaint"].fillna(False) & (tickets["status"] != "deleted")
    filed = local_days(tickets["created_at"], context.policy.time_zone)
    complaints = tickets[is_complaint & in_period(filed, period)]
    return complaints.sort_values("created_at", ascending=False, kind="stable")


def _waiting(
    context: MetricContext, period: Period
) -> dict[str, dict[str, tuple[RowEvidence, ...]]]:
    rows = waiting_tasks(context, period)
    told = by_entity(rows[rows["blocked_by"] != ""], _waiting_task)
    found: dict[str, dict[str, tuple[RowEvidence, ...]]] = {}
    for client, tasks in told.items():
        teams = sorted({team for team, _ in tasks})
        found[client] = {
            name: tuple(task for team, task in tasks if team == name) for name in teams
        }
    return found


def _waiting_task(row: Row) -> tuple[str, RowEvidence]:
    return str(row["blocked_by"]), _quoted("tasks", row, "task_name", "due_date")
