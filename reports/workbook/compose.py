"""A client's renewal-impact workbook, composed: who gets one, and every cell of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from reports.client import ClientFile
from reports.workbook.brief import Brief
from reports.workbook.formulas.calculation import calculated
from reports.workbook.held_inputs import renewal_inputs
from reports.workbook.inputs import gather_inputs, with_advice
from reports.workbook.model import DocumentProperties, Reference, Workbook
from reports.workbook.page import BuiltSheet
from reports.workbook.renewal_line import RenewalLine, renewal_line
from reports.workbook.sheets import sheet_files
from reports.workbook.words import WorkbookWords
from transforms.renewals.inputs import RenewalInputs
from transforms.renewals.offers import Package
from transforms.renewals.renewal_date import RenewalBasis
from transforms.renewals.requests import latest_request
from transforms.renewals.running_contracts import successor_of
from transforms.renewals.scenarios import outcomes, unchanged
from transforms.renewals.solver import solve


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
    standing = client.dossier.status
    day, basis = standing.renewal_date, standing.basis
    if day is None or basis is None:
        return ComposedWorkbook(None, "no_renewal_date" if standing.is_active else "inactive")
    if not standing.is_near(client.period, client.policy):
        return ComposedWorkbook(None, "out_of_window")
    brief = _brief(client, day, basis)
    return ComposedWorkbook(_workbook(brief), line=renewal_line(brief))


def _brief(client: ClientFile, day: date, basis: RenewalBasis) -> Brief:
    words = WorkbookWords(client.language, client.company_locale, client.currency)
    gathered = gather_inputs(client, words, day)
    held = renewal_inputs(client, gathered)
    solution = solve(held)
    advised = None if solution is None or solution.advised is None else solution.advised.package
    lines = gathered
    if solution is not None:
        source = words.say("source.none_admitted" if advised is None else "source.advised")
        lines = with_advice(gathered, _conditions(advised or unchanged(held), held), source)
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
        outcomes=outcomes(inputs, advised),
        solution=solution,
        invoiced=renewal.lines,
        successor=successor_of(renewal.ahead, day, client.policy.renewal.grace_days),
        titles={file.key: words.say(f"titles.{file.key}") for file in sheet_files()},
    )


def _conditions(advised: Package, inputs: RenewalInputs) -> dict[str, float | None]:
    """The advice as the cells of our offer hold it; None for what stays as it is."""
    assert inputs.price_minor
    payment = advised.payment if advised.payment != inputs.course.payment else None
    return {
        "offered_discount": advised.discount,
        "offered_term_years": advised.years,
        "offered_billing_months": None if payment is None else payment.months,
        "offered_payment_days": None if payment is None else payment.days,
        "offered_services": round(advised.services * inputs.price_minor),
        "offered_exclusivity": int(advised.is_exclusive),
    }


class NameTakenError(Exception):
    """Two cells of one name: a fault of the sheets' builders."""


def _names(built: Sequence[BuiltSheet]) -> dict[str, Reference]:
    found: dict[str, Reference] = {}
    for page in built:
        for name, area in page.names.items():
            if name in found:
                raise NameTakenError(name)
            found[name] = Reference(page.sheet.key, area)
    return found


def _workbook(brief: Brief) -> Workbook:
    client, words = brief.client, brief.words
    built = [sheet for file in sheet_files() if (sheet := file.build(brief)) is not None]
    names = _names(built)
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
