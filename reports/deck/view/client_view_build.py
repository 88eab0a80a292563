"""From a client's file to what the client may be shown: the one gate between the two."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

import pandas as pd

from reports.client import ClientFile
from reports.deck.view.cells import day_of, number_of, plain, records, truth_of, whole_of
from reports.deck.view.client_view import (
    Agreement,
    BillingAccount,
    ClientFigures,
    ClientView,
    Commitment,
    Goal,
    Milestone,
    Renewal,
    Theme,
    Thresholds,
)
from reports.deck.view.invoiced_parts import counted_documents, invoiced_parts
from reports.deck.view.subscribed_parts import subscriptions
from transforms.clients.client_status import Standing, standing_of
from transforms.clients.relationship import Relationship, relationship_of
from transforms.core.canonical import CanonicalTables
from transforms.core.periods import Period
from transforms.metrics.metric_context import MetricContext
from transforms.signals import Signal, signals_of

_SHOWN_TABLES = (
    "accounts",
    "commitments",
    "contracts",
    "goals",
    "invoices",
    "meetings",
    "subscriptions",
    "surveys",
    "tasks",
    "tickets",
    "usage",
)


@dataclass(frozen=True)
class Seen:
    """A client's rows read once for several reports: in which language and edition, says each."""

    context: MetricContext
    view: ClientView
    signals: tuple[Signal, ...]
    relationship: Relationship
    """Both internal: no view for clients has a place for them."""

    def as_told(self, client: ClientFile) -> ClientView:
        """The view in the language and edition of a report."""
        return replace(
            self.view,
            language=client.language,
            locale=client.written_locale,
            edition=client.edition,
        )


def seen(client: ClientFile) -> Seen:
    """Reads a client's rows."""
    signals = signals_of(client.kpis, client.tables, client.period, client.policy)
    relationship = relationship_of(
        client.kpis, client.tables, client.client_id, client.period, client.policy
    )
    return Seen(client.context, _view(client, client.context), signals, relationship)


def client_view(client: ClientFile) -> ClientView:
    """Lets through what the client may see, and nothing else."""
    return _view(client, client.context)


def _view(client: ClientFile, context: MetricContext) -> ClientView:
    tables, period, policy = client.tables, client.period, client.policy
    stands = standing_of(context, period.valuation_date, client.client_id)
    return ClientView(
        client_name=plain(client.client_name),
        company_name=plain(policy.company_name),
        language=client.language,
        locale=client.written_locale,
        currency=client.currency,
        period=period,
        is_active=stands.is_active,
        data_date=client.data_date,
        manager_name=plain(client.manager_name),
        manager_email=plain(client.manager_email),
        figures=ClientFigures.of(client.kpis),
        thresholds=Thresholds(
            materiality_ratio=policy.materiality_ratio,
            materiality_points=policy.materiality_points,
            minimum_nps_answers=policy.minimum_nps_answers,
            nps_claim_answers=policy.nps_claim_answers,
            first_response_target_hours=policy.first_response_target_hours,
            critical_resolution_target_hours=policy.critical_resolution_target_hours,
        ),
        accounts=_accounts(tables, period),
        commitments=_commitments(tables),
        goals=_goals(tables, period),
        milestones=_milestones(tables, period, plain(client.client_name)),
        blocking_teams=_blocking_teams(tables, period),
        invoiced=invoiced_parts(client),
        subscriptions=subscriptions(client, context),
        agreements=_agreements(tables, period.valuation_date),
        renewal=_renewal(stands),
        themes=_themes(tables, period, policy.time_zone),
        chosen=_chosen(client),
        sources=_sources(tables),
        edition=client.edition,
    )


def _chosen(client: ClientFile) -> tuple[str, ...]:
    head = "action:"
    places = (item.place for item in client.remarks if item.text)
    return tuple(place.removeprefix(head) for place in places if place.startswith(head))


def _within(days: "pd.Series[pd.Timestamp]", period: Period) -> "pd.Series[bool]":
    return (days >= pd.Timestamp(period.start)) & (days < pd.Timestamp(period.end))


def _accounts(tables: CanonicalTables, period: Period) -> tuple[BillingAccount, ...]:
    accounts = tables.rows("accounts").sort_values(["account_name", "account_id"])
    documents = counted_documents(tables)
    issued = documents[_within(documents["issue_date"], period)]
    sums = issued.groupby(["account_id", "currency"])[["net_minor"]].sum().reset_index()
    by_account: dict[str, list[tuple[str, int]]] = {}
    for row in records(sums):
        amount = (plain(row["currency"]), whole_of(row["net_minor"]))
        by_account.setdefault(plain(row["account_id"]), []).append(amount)
    return tuple(
        BillingAccount(
            name=plain(row["account_name"]),
            country=plain(row["country"]),
            currency=plain(row["currency"]),
            invoiced=tuple(by_account.get(plain(row["account_id"]), ())),
        )
        for row in records(accounts)
    )


def _commitments(tables: CanonicalTables) -> tuple[Commitment, ...]:
    rows = tables.rows("commitments").sort_values(["due_date", "commitment_id"])
    return tuple(
        Commitment(
            quarter=plain(row["quarter"]),
            text=plain(row["commitment"]),
            owner=plain(row["owner"]),
            owner_side=plain(row["owner_side"]),
            due_date=day_of(row["due_date"]),
            state=plain(row["state"]),
            measure=plain(row["measure"]),
            cause=plain(row["cause"]),
            action=plain(row["action"]),
        )
        for row in records(rows)
    )


def _goals(tables: CanonicalTables, period: Period) -> tuple[Goal, ...]:
    rows = tables.rows("goals").sort_values("goal_id")
    return tuple(
        Goal(
            text=plain(row["goal"]),
            unit=plain(row["unit"]),
            target=number_of(row["target"]) or 0.0,
            actual=number_of(row["actual"]),
            direction=plain(row["direction"]),
        )
        for row in records(rows[rows["quarter"] == str(period)])
    )


def _due_tasks(tables: CanonicalTables, period: Period) -> pd.DataFrame:
    tasks = tables.rows("tasks")
    return tasks[_within(tasks["due_date"], period)]


def _milestones(tables: CanonicalTables, period: Period, name: str) -> tuple[Milestone, ...]:
    due = _due_tasks(tables, period)
    named = due[due["is_milestone"].fillna(False)].sort_values(["due_date", "task_id"])
    return tuple(
        Milestone(
            name=plain(row["task_name"]),
            project=_without_name(plain(row["project"]), name),
            due_date=day,
            completed_date=_done_by(day_of(row["completed_date"]), period),
            blocked_by=plain(row["blocked_by"]),
        )
        for row in records(named)
        if (day := day_of(row["due_date"])) is not None
    )


def _without_name(project: str, name: str) -> str:
    """A project's title without the client's name, whole or cut, in front of it."""
    head, separator, title = project.partition(" · ")
    return title if separator and head and name.startswith(head) else project


def _done_by(day: date | None, period: Period) -> date | None:
    """A completion after the period had not happened yet when it closed."""
    return day if day is not None and day < period.end else None


def _blocking_teams(tables: CanonicalTables, period: Period) -> tuple[str, ...]:
    tasks = tables.rows("tasks")
    end = pd.Timestamp(period.end)
    is_open = tasks["completed_date"].isna() | (tasks["completed_date"] >= end)
    begun = tasks["created_date"].isna() | (tasks["created_date"] < end)
    teams = tasks[is_open & begun]["blocked_by"].dropna().map(plain)
    return tuple(sorted(set(teams) - {""}))


def _agreements(tables: CanonicalTables, on: date) -> tuple[Agreement, ...]:
    rows = tables.rows("contracts")
    day = pd.Timestamp(on)
    running = rows[
        (rows["start_date"] <= day) & (rows["end_date"].isna() | (rows["end_date"] > day))
    ]
    return tuple(
        Agreement(
            start_date=start,
            end_date=day_of(row["end_date"]),
            notice_days=None if (days := number_of(row["notice_days"])) is None else int(days),
            is_auto_renewed=truth_of(row["is_auto_renewed"]),
        )
        for row in records(running.sort_values(["start_date", "contract_id"]))
        if (start := day_of(row["start_date"])) is not None
    )


def _renewal(stands: Standing) -> Renewal | None:
    day, basis = stands.renewal_date, stands.basis
    return None if day is None or basis is None else Renewal(day, basis.value)


def _themes(tables: CanonicalTables, period: Period, time_zone: str) -> tuple[Theme, ...]:
    surveys = tables.rows("surveys")
    days = surveys["answered_at"].dt.tz_convert(time_zone).dt.tz_localize(None)
    given = surveys[_within(days, period) & surveys["theme"].notna()]
    happy = given["is_positive"].fillna(False) | (
        (given["survey_kind"] == "nps") & (given["score"] >= 9).fillna(False)
    )
    counted = given.assign(theme=given["theme"].map(plain), happy=happy).groupby("theme")["happy"]
    found = [Theme(str(name), int(group.size), int(group.sum())) for name, group in counted if name]
    return tuple(sorted(found, key=lambda theme: (-theme.answers, theme.name)))


def _sources(tables: CanonicalTables) -> Mapping[str, tuple[str, ...]]:
    return {
        name: _systems(tables[name]["source"].dropna()) for name in _SHOWN_TABLES if name in tables
    }


def _systems(sources: Iterable[object]) -> tuple[str, ...]:
    return tuple(sorted({plain(source) for source in sources} - {""}))
