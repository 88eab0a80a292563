"""What a person reads after a run: what was written for whom, what was not, and what is next."""

import os
import shlex
from pathlib import Path

from cli.tables import console, table
from cli.words import reason
from messages.catalogue import Catalogue
from messages.clause import named
from messages.errors import worded
from pipeline.failures import Failure
from pipeline.notices.worded import headline
from pipeline.outcome import ClientOutcome, PublishedFile, RunSummary
from pipeline.settings import Settings

_KINDS = ("qbr", "review", "renewal")

_OPENED = {
    "qbr": "next-open",
    "review": "next-review",
    "renewal": "next-workbook",
    "portfolio": "next-portfolio",
    "brief": "next-brief",
}
"""Of each kind of file one is named."""


def print_run(summary: RunSummary, settings: Settings, words: Catalogue, company: Path) -> None:
    """The whole report of a run."""
    out = console()
    out.print()
    out.print(headline(words, settings.company.name, summary), style="bold")
    out.print(
        words.say(
            "known-at" if summary.is_over else "known-at-unfinished",
            period=str(summary.period),
            known_at=f"{summary.known_at:%Y-%m-%d %H:%M} UTC",
            valuation_date=summary.period.valuation_date,
        )
    )
    for line in _deliveries(summary, words):
        out.print(line, markup=False)
    out.print()
    columns = ("client", "manager", "deck", "review", "workbook", "why")
    out.print(
        table(
            "",
            [words.say(named("column", name)) for name in columns],
            [_client_row(client, words) for client in sorted(summary.clients, key=_by_name)],
        )
    )
    for failure in summary.failures:
        out.print(_failure(failure, summary, words), style="bold", markup=False, soft_wrap=True)
    if summary.quarantined:
        columns = ("source", "rule", "rows")
        rows = [(source, reason(words, rule), str(n)) for source, rule, n in summary.quarantined]
        out.print()
        out.print(
            table(
                words.say("quarantine-title"),
                [words.say(named("column", c)) for c in columns],
                rows,
            )
        )
    for lost in (*summary.undelivered, *summary.untold):
        out.print(words.text(lost), markup=False, soft_wrap=True)
    _print_next(summary, words, company)


def _deliveries(summary: RunSummary, words: Catalogue) -> list[str]:
    lines: list[str] = []
    for delivery in summary.deliveries:
        lines.append(
            words.say(
                "delivery-new" if delivery.is_new else "delivery-old",
                landed_at=f"{delivery.landed_at:%Y-%m-%d %H:%M}",
                files=delivery.files,
                rows=delivery.rows_loaded,
                quarantined=delivery.rows_quarantined,
            )
        )
        lines.extend(f"  {worded(told, words.language)}" for told in delivery.told)
    if summary.late:
        lines.append(words.say("late-files", files=summary.late))
    return [*lines, *(worded(told, words.language) for told in summary.unfetched)]


def _by_name(client: ClientOutcome) -> tuple[str, str]:
    return client.client_name.casefold(), client.client_id


def _client_row(client: ClientOutcome, words: Catalogue) -> tuple[str, ...]:
    files = {file.kind: file for file in client.files}
    name = client.client_name if len(client.client_name) <= 44 else client.client_name[:43] + "…"
    return (
        name,
        client.manager_name,
        *(_file(files.get(kind), words) for kind in _KINDS),
        _why(client, words),
    )


def _failure(failure: Failure, summary: RunSummary, words: Catalogue) -> str:
    return words.say(
        "failure",
        what=words.say(named("kind", failure.what)),
        client=failure.subject.name,
        error=failure.error,
        place=failure.place,
        manifest=_near(summary.manifest),
    )


def _file(file: PublishedFile | None, words: Catalogue) -> str:
    if file is None:
        return "–"
    return words.say("written" if file.is_new else "unchanged", version=file.version)


def _why(client: ClientOutcome, words: Catalogue) -> str:
    if client.held:
        return f"{words.say('held-title')}: " + "; ".join(
            reason(words, code) for code in client.held
        )
    reasons = [reason(words, item.reason) for item in client.not_made]
    reasons.extend(reason(words, "failed") for _ in client.failures)
    return "; ".join(dict.fromkeys(reasons))


def _print_next(summary: RunSummary, words: Catalogue, company: Path) -> None:
    out = console()
    where = "" if company == Path() else f" --company {shlex.quote(str(company))}"
    out.print()
    out.print(words.say("next-title"), style="bold")
    for kind, key in _OPENED.items():
        first = next((file for file in summary.files if file.kind == kind), None)
        if first is not None:
            out.print(words.say(key, path=_near(first.path)), soft_wrap=True, markup=False)
    out.print(words.say("next-validation", path=_near(summary.validation_page)), soft_wrap=True)
    out.print(words.say("next-kpis", period=str(summary.period), where=where), soft_wrap=True)
    out.print(words.say("next-status", where=where), soft_wrap=True)


def _near(path: Path) -> str:
    return os.path.relpath(path)
