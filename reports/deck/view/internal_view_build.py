"""From a client's file to what its account review may say."""

from datetime import date

import pandas as pd

from reports.client import ClientFile
from reports.deck.view.cells import day_of, number_of, plain, records, truth_of
from reports.deck.view.client_view import ClientView
from reports.deck.view.client_view_build import Seen
from reports.deck.view.internal_view import (
    BlockedTask,
    Deal,
    InternalView,
    RenewalCase,
    Request,
    Stakeholder,
)
from reports.workbook.inputs import gather_inputs, renewal_inputs
from reports.workbook.words import WorkbookWords
from transforms.clients.meeting_plan import planned_meetings
from transforms.core.canonical import CanonicalTables
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.client_evidence import active_subscriptions, latest_request
from transforms.renewals.offers import outcomes


def internal_view(
    client: ClientFile,
    read: Seen,
    shown: ClientView,
    client_deck: str,
    left_out: tuple[tuple[str, str], ...],
) -> InternalView:
    """Everything; `client_deck` and `left_out` say what became of the client's own deck."""
    context, tables = read.context, client.tables
    planned = planned_meetings(tables, client.policy, client.period)
    return InternalView(
        shown=shown,
        figures=client.kpis,
        relationship=read.relationship,
        signals=read.signals,
        planned_meetings=round(planned.get(client.client_id, 0.0)),
        stakeholders=_stakeholders(tables),
        deals=_deals(tables),
        products_without=_products_without(context, client.period.valuation_date),
        blocked=_blocked(tables, client),
        negotiated_days=client.policy.renewal.window_days,
        renewal=_renewal_case(client, context, shown),
        client_deck=client_deck,
        left_out=left_out,
        faults=client.faults,
        restated=client.restated,
        unplaced=(),
    )


def _stakeholders(tables: CanonicalTables) -> tuple[Stakeholder, ...]:
    rows = tables.rows("contacts").sort_values(["contact_name", "contact_id"])
    people = [
        Stakeholder(
            plain(row["contact_name"]),
            plain(row["job_title"]),
            truth_of(row["is_active"]) is not False,
        )
        for row in records(rows)
    ]
    return tuple(sorted(people, key=lambda person: not person.is_active))


def _deals(tables: CanonicalTables) -> tuple[Deal, ...]:
    rows = tables.rows("opportunities")
    products = tables.rows("products")
    names = dict(zip(products["product_id"], products["product_name"], strict=True))
    still_open = rows[rows["state"] == "open"].sort_values(["close_date", "opportunity_id"])
    return tuple(
        Deal(
            name=plain(row["opportunity_name"]) or plain(row["opportunity_id"]),
            stage=plain(row["stage"]),
            kind=plain(row["deal_kind"]),
            product=plain(names.get(plain(row["product_id"]), row["product_id"])),
            opened=day_of(row["created_date"]),
            amount_minor=None
            if (amount := number_of(row["amount_minor"])) is None
            else int(amount),
            currency=plain(row["currency"]),
            probability=number_of(row["probability"]),
            close_date=day_of(row["close_date"]),
        )
        for row in records(still_open)
    )


def _products_without(context: MetricContext, on: date) -> tuple[str, ...]:
    has = set(active_subscriptions(context, on)["product_id"].dropna())
    products = context.tables.rows("products")
    named = products[~products["product_id"].isin(has)]["product_name"].dropna()
    return tuple(sorted({plain(name) for name in named} - {""})) if has else ()


def _blocked(tables: CanonicalTables, client: ClientFile) -> tuple[BlockedTask, ...]:
    tasks = tables.rows("tasks")
    end = pd.Timestamp(client.period.end)
    is_open = tasks["completed_date"].isna() | (tasks["completed_date"] >= end)
    begun = tasks["created_date"].isna() | (tasks["created_date"] < end)
    waiting = tasks[is_open & begun & tasks["blocked_by"].notna()]
    return tuple(
        BlockedTask(
            team=plain(row["blocked_by"]),
            name=plain(row["task_name"]),
            project=plain(row["project"]),
            due_date=day_of(row["due_date"]),
            assignee=plain(row["assignee"]),
        )
        for row in records(waiting.sort_values(["blocked_by", "due_date", "task_id"]))
        if plain(row["blocked_by"])
    )


def _renewal_case(
    client: ClientFile, context: MetricContext, shown: ClientView
) -> RenewalCase | None:
    """The numbers of the renewal workbook, by the same gathering and the same arithmetic."""
    renewal = shown.renewal
    if renewal is None:
        return None
    days = (renewal.day - client.period.valuation_date).days
    if not 0 <= days <= client.policy.renewal.window_days:
        return None
    words = WorkbookWords(client.language, client.language, client.currency)
    inputs = renewal_inputs(client, gather_inputs(client, context, words, renewal.day))
    return RenewalCase(
        price_minor=inputs.price_minor,
        probability=inputs.probability,
        margin_floor=inputs.margin_floor,
        request=_request(latest_request(context, renewal.day, client.data_date)),
        outcomes=outcomes(inputs),
    )


def _request(row: "pd.Series | None") -> Request | None:
    if row is None:
        return None
    asked, day = number_of(row["requested_discount"]), day_of(row["requested_date"])
    if asked is None or day is None:
        return None
    return Request(asked, day, plain(row["reason_code"]), plain(row["competitor"]))
