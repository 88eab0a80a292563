"""A client's renewal-impact workbook, composed: who gets one, and every cell of it."""

from dataclasses import dataclass
from datetime import date

import pandas as pd

from reports.client import ClientFile
from reports.workbook.brief import Brief, Request
from reports.workbook.formulas.calculation import calculated
from reports.workbook.inputs import gather_inputs, renewal_inputs
from reports.workbook.model import DocumentProperties, Reference, Workbook
from reports.workbook.renewal_line import RenewalLine, renewal_line
from reports.workbook.sheets import sheet_files
from reports.workbook.words import WorkbookWords
from transforms.clients.client_status import standing_of
from transforms.metrics.metric_context import MetricContext
from transforms.renewals.client_evidence import invoiced_lines, latest_request
from transforms.renewals.offers import outcomes
from transforms.renewals.renewal_date import RenewalBasis


@dataclass(frozen=True)
class ComposedWorkbook:
    """The workbook, or the reason why the client gets none: no_renewal_date, out_of_window."""

    workbook: Workbook | None
    reason: str = ""
    line: RenewalLine | None = None
    """What the portfolio says of it."""


def compose_workbook(client: ClientFile) -> ComposedWorkbook:
    """The workbook of a client whose renewal lies in the policy's window."""
    stands = standing_of(client.context, client.period.valuation_date, client.client_id)
    day, basis = stands.renewal_date, stands.basis
    if day is None or basis is None:
        return ComposedWorkbook(None, "no_renewal_date")
    distance = (day - client.period.valuation_date).days
    if not 0 <= distance <= client.policy.renewal.window_days:
        return ComposedWorkbook(None, "out_of_window")
    brief = _brief(client, client.context, day, basis)
    return ComposedWorkbook(_workbook(brief), line=renewal_line(brief))


def _brief(client: ClientFile, context: MetricContext, day: date, basis: RenewalBasis) -> Brief:
    words = WorkbookWords(client.language, client.written_locale, client.currency)
    lines = gather_inputs(client, context, words, day)
    inputs = renewal_inputs(client, lines)
    return Brief(
        client=client,
        words=words,
        renewal_date=day,
        basis=basis,
        request=_request(latest_request(context, day, client.data_date)),
        lines=lines,
        inputs=inputs,
        outcomes=outcomes(inputs),
        invoiced=invoiced_lines(context, client.period),
        titles={file.key: words.say(f"titles.{file.key}") for file in sheet_files()},
    )


def _request(row: "pd.Series | None") -> Request:
    if row is None:
        return Request(0.0, None, "", "")
    texts = ["" if pd.isna(row[key]) else str(row[key]) for key in ("reason_code", "competitor")]
    return Request(float(row["requested_discount"]), row["requested_date"].date(), *texts)


def _workbook(brief: Brief) -> Workbook:
    client, words = brief.client, brief.words
    built = [sheet for file in sheet_files() if (sheet := file.build(brief)) is not None]
    names = {
        name: Reference(page.sheet.key, area) for page in built for name, area in page.names.items()
    }
    period = str(client.period)
    return calculated(
        Workbook(
            sheets=tuple(page.sheet for page in built),
            names=dict(sorted(names.items())),
            properties=DocumentProperties(
                title=words.say("document.title", client=client.client_name, period=period),
                subject=words.say("document.subject"),
                author=client.policy.company_name,
                created=client.data_date,
            ),
            locale=words.locale,
        )
    )
