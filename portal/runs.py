"""For operators: how runs ended, who is held back and why, and which rows were kept out."""

from collections.abc import Sequence
from datetime import UTC, datetime

from fastapi import APIRouter
from fastapi.responses import HTMLResponse, Response

from expectations.wording import reason, table_name
from messages.catalogue import catalogue
from messages.clause import clause, from_stored, named
from messages.errors import worded
from portal.files import verified
from portal.shell import page_of
from portal.visit import NotThereError, Visit, Visitor
from transforms.core.periods import Period
from warehouse.portal.records import RowFault
from warehouse.registry.records import RunFile, RunRecord

router = APIRouter()

_SHOWN = 30
_FAULTS = 500
_REPORT = "validation.html"


@router.get("/runs")
def runs(who: Visitor) -> Response:
    """The last runs, the newest first; no client's figure, and no content of a row."""
    _for_operators(who, "runs")
    words = catalogue(who.language)
    found = who.store.runs(_SHOWN)
    lines = [
        (
            run,
            worded(from_stored(run.why), who.language) if run.why else "",
            who.moment(run.started_at),
        )
        for run in found
    ]
    held = [
        (client.client_name, client.period, [reason(words, code) for code in client.held])
        for client in who.store.clients()
        if client.held
    ]
    return HTMLResponse(
        page_of(
            who,
            "runs.html",
            lines=lines,
            reported=_reported(who, found),
            held=held,
            late=_late(who, found),
            faults=[_fault_line(who, fault) for fault in who.store.faults(_FAULTS)],
        )
    )


@router.get("/runs/{run_id}/validation")
def validation(who: Visitor, run_id: str) -> Response:
    """The report of a run's exports, as it was written: in a box of its own, where nothing of it
    can run."""
    _for_operators(who, "validation")
    report = next((file for file in who.store.run_files(run_id) if _is_report(file)), None)
    if report is None:
        raise NotThereError
    who.note("validation", is_allowed=True, what=report.path, sha256=report.sha256)
    policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; sandbox"
    headers = {"content-security-policy": policy}
    return HTMLResponse(verified(who, report), headers=headers)


def _late(who: Visit, found: Sequence[RunRecord]) -> list[str]:
    """What the newest run's period still lacks, now that it is over: awaited files, and systems
    whose data end before it does."""
    from pipeline.fetching.feeds import late_feeds  # knows every system, which takes a while
    from pipeline.ingest.awaited import late_files

    if not found:
        return []
    settings, store, now = who.portal.settings, who.store, datetime.now(UTC)
    period = Period.parse(found[0].period, settings.company.fiscal_start_month)
    feeds = list(late_feeds(settings, store, period, now))
    today = now.astimezone(settings.company.zone).date()
    if files := late_files(settings, store.exports(), period, today):
        feeds.append(clause("late-files", files=files))
    return [worded(told, who.language) for told in feeds]


def _for_operators(who: Visit, page: str) -> None:
    if not who.grants.has_runs:
        who.note(page, is_allowed=False)
        raise NotThereError


def _is_report(file: RunFile) -> bool:
    return file.path.endswith(f"/{_REPORT}")


def _reported(who: Visit, found: tuple[RunRecord, ...]) -> set[str]:
    """Of each period, the newest run with a report: a later one takes its place on the disk."""
    newest: dict[str, str] = {}
    for run in found:
        if run.period not in newest and any(map(_is_report, who.store.run_files(run.run_id))):
            newest[run.period] = run.run_id
    return set(newest.values())


def _fault_line(who: Visit, fault: RowFault) -> tuple[str, ...]:
    words, line = catalogue(who.language), fault.source_line
    return (
        fault.source,
        fault.source_file if line is None else f"{fault.source_file}:{line}",
        " · ".join(filter(None, (table_name(words, fault.table_name), fault.column_name))),
        reason(words, fault.rule),
        words.say(named("severity", fault.severity)),
    )
