"""A client's renewal-impact workbook, composed: who gets one, and every cell of it."""

from dataclasses import dataclass
from datetime import date

from reports.client import ClientFile
from reports.workbook.brief import Brief
from reports.workbook.formulas.calculation import calculated
from reports.workbook.inputs import gather_inputs, renewal_inputs
from reports.workbook.model import DocumentProperties, Reference, Workbook
from reports.workbook.renewal_line import RenewalLine, renewal_line
from reports.workbook.sheets import sheet_files
from reports.workbook.words import WorkbookWords
from transforms.renewals.offers import outcomes
from transforms.renewals.renewal_date import RenewalBasis
from transforms.renewals.requests import latest_request


@dataclass(frozen=True)
class ComposedWorkbook:
    """The workbook, or the reason why the client gets none: no_renewal_date, inactive or
    out_of_window."""

    workbook: Workbook | None
    reason: str = ""
    line: RenewalLine | None = None
    """What the portfolio says of it."""


def compose_workbook(client: ClientFile) -> ComposedWorkbook:
    """The workbook of a client whose renewal lies in the policy's window."""
    standing = client.dossier.standing
    day, basis = standing.renewal_date, standing.basis
    if day is None or basis is None:
        return ComposedWorkbook(None, "no_renewal_date" if standing.is_active else "inactive")
    if not standing.is_near(client.period, client.policy):
        return ComposedWorkbook(None, "out_of_window")
    brief = _brief(client, day, basis)
    return ComposedWorkbook(_workbook(brief), line=renewal_line(brief))


def _brief(client: ClientFile, day: date, basis: RenewalBasis) -> Brief:
    words = WorkbookWords(client.language, client.written_locale, client.currency)
    lines = gather_inputs(client, words, day)
    inputs = renewal_inputs(client, lines)
    renewal = client.dossier.renewal
    return Brief(
        client=client,
        words=words,
        renewal_date=day,
        basis=basis,
        request=latest_request(renewal.requests, day, client.data_date),
        lines=lines,
        inputs=inputs,
        outcomes=outcomes(inputs),
        invoiced=renewal.lines,
        titles={file.key: words.say(f"titles.{file.key}") for file in sheet_files()},
    )


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
