"""The watcher: starts a period's run once the exports that it waits for have come.

Each look is a flow run of its own, which takes seconds and holds nothing open.
"""

import time
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from prefect import State, flow
from prefect.artifacts import create_markdown_artifact
from prefect.deployments import run_deployment
from prefect.states import Cancelled, Completed, Failed

from flows.ending import Ending, refused
from flows.schedule import period_before
from flows.secret_blocks import secret_block
from flows.zones import misread_zones
from messages.catalogue import catalogue
from messages.clause import Clause, clause, named
from messages.errors import CarteraError, worded
from pipeline.failures import faults_named
from pipeline.ingest.awaited import Look, look_for
from pipeline.notices.telling import Telling
from pipeline.settings import Settings, company_folder, load_settings
from sources.landing.landing import listed
from transforms.core.periods import Grain, Period

_ARTIFACT = "cartera-watch"
_DEPLOYMENTS = {Grain.MONTH: "cartera report/monthly", Grain.QUARTER: "cartera report/quarterly"}
_AWAITING, _ARRIVING, _COMPLETE = "Awaiting", "Arriving", "Complete"


class LateFilesError(CarteraError):
    """What Prefect raises of a look at a month whose files are late."""

    code = "late-files"
    files: tuple[str, ...]


class StillAwaitedError(CarteraError):
    """The same of a month whose files may still come in time."""

    code = "watch-waiting"
    period: str
    files: tuple[str, ...]
    due: str
    """From when on they are late."""


@flow(name="cartera watch")
def watch(
    company: str = "", period: str | None = None, settled_after_seconds: int = 60
) -> State[Any]:
    """One look at the landing place; starts the run of the month, and of the quarter that ends
    with it, where everything awaited is there and nothing has changed for a while.

    Without `period` it is the last whole month, by today and not by the time that the look was
    scheduled for: a look that was missed has nothing to tell.
    """
    remarks: tuple[Clause, ...] = ()
    try:
        with faults_named():
            settings = load_settings(company_folder(company))
            fiscal = settings.company.fiscal_start_month
            now = datetime.now(UTC)
            month = (
                Period.parse(period, fiscal)
                if period
                else period_before(now, Grain.MONTH, settings.company.time_zone, fiscal)
            )
            telling = Telling(settings, str(month), secret_block)
            with telling.faults_of_looks(), faults_named():
                remarks = telling.remarks = misread_zones(settings.company.time_zone)
                return _looked(settings, month, now, settled_after_seconds, telling)
    except CarteraError as error:
        return refused(error, _ARTIFACT, remarks)


def _looked(
    settings: Settings, month: Period, now: datetime, settled: int, telling: Telling
) -> State[Any]:
    landed = listed(settings.landing)
    look = look_for(settings, month, landed, now)
    if look.waiting:
        untold = telling.late(look)
        late = LateFilesError(look.late) if look.late else None
        why = late or _still(look)
        _artifact(look, why.clause, *untold, *telling.remarks)
        if late:
            return Failed(name=Ending.LATE_FEEDS.value, message=str(why), data=why)
        # No failure, and not COMPLETED: `cartera awaited` would not exit with 0.
        return Cancelled(name=_AWAITING, message=str(why), data=why)
    time.sleep(settled)  # somebody may be in the middle of copying
    if listed(settings.landing) != landed:
        told = clause("watch-arriving", period=str(month))
        return _completed(look, _ARRIVING, told, *telling.remarks)
    runs = [_started(each, look, settings) for each in _ended_with(month)]
    told = clause("watch-complete", period=str(month), runs=runs)
    return _completed(look, _COMPLETE, told, *telling.remarks)


def _still(look: Look) -> StillAwaitedError:
    return StillAwaitedError(str(look.period), look.waiting, f"{look.due_at:%Y-%m-%d %H:%M %Z}")


def _completed(look: Look, name: str, told: Clause, *remarks: Clause) -> State[Any]:
    _artifact(look, told, *remarks)
    return Completed(name=name, message=worded(told, "en"))


def _ended_with(month: Period) -> Iterator[Period]:
    """The month, and the quarter whose last it is."""
    yield month
    quarter = period_before(
        datetime.combine(month.end, datetime.min.time(), UTC),
        Grain.QUARTER,
        "UTC",
        month.fiscal_start_month,
    )
    if month.grain is Grain.MONTH and quarter.end == month.end:
        yield quarter


def _started(period: Period, look: Look, settings: Settings) -> str:
    """The id of the run, which the same files start once."""
    run = run_deployment(
        _DEPLOYMENTS[period.grain],
        parameters={"period": str(period)},
        timeout=0,
        as_subflow=False,
        idempotency_key=f"{settings.root} {period} {look.mark}",
    )
    return str(run.id)  # pyright: ignore[reportAttributeAccessIssue] it is a run here, no coroutine


def _artifact(look: Look, *told: Clause) -> None:
    words = catalogue("en")
    rows = [
        f"| `{item.pattern}` | {f'`{item.found.source_file}`' if item.found else '–'} |"
        for item in look.files
    ]
    columns = (words.say(named("column", name)) for name in ("awaited", "file"))
    text = "\n\n".join(words.text(line) for line in told)
    table = "\n".join([f"| {' | '.join(columns)} |", "|---|---|", *rows])
    create_markdown_artifact(f"{text}\n\n{table}", key=_ARTIFACT)
